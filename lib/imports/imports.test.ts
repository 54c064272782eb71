import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCustomer, createField, findCustomers } from "@/lib/customers";
import { FindCustomers } from "@/lib/customers/schema";
import { testDatabase } from "@/lib/db/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import {
  cancelImport,
  exportCustomers,
  exportProblems,
  getImport,
  listImportRows,
  openImport,
  startImport,
} from ".";
import { keepRows } from "./keep-rows";
import { RowsFilter, StartImport } from "./schema";
import { workImport } from "./work-import";

let tenant: SeededTenant;

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

const forever = new AbortController().signal;

async function load(text: string | Uint8Array, more: object = {}, { ctx } = tenant) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const preview = await openImport(ctx, { bytes, fileName: "list.csv" });
  const { mapping, hasHeader } = preview;
  await startImport(ctx, {
    id: preview.import.id,
    ...StartImport.parse({ mapping, hasHeader, country: "US", ...more }),
  });
  await runDueJobs();
  const rows = await listImportRows(ctx, preview.import.id, RowsFilter.parse({ limit: 200 }));
  return { ...(await getImport(ctx, preview.import.id)), rows: rows.data, mapping };
}

const people = async (search: string, { ctx } = tenant) =>
  (await findCustomers(ctx, FindCustomers.parse({ search }))).data;

describe("a list of customers", () => {
  beforeAll(async () => {
    tenant = await seedTenant();
  });

  it("is understood by its heads, and imported", async () => {
    await createField(tenant.ctx, { label: "Shoe size", kind: "number" });
    const done = await load(
      "\uFEFFFull Name;Mobile;E-Mail;Groups;Shoe size;Notes\r\nAda Lovelace;(415) 555-3001;ada@x.example;vip, math;38,5;hello\r\n",
    );
    expect(done.mapping).toEqual(["name", "phone", "email", "tags", "field:shoe_size", "ignore"]);
    expect(done).toMatchObject({ state: "done", rowsDone: 1, counts: { created: 1, failed: 0 } });
    expect(await people("lovelace")).toMatchObject([
      {
        ...{
          name: "Ada Lovelace",
          nameSource: "import",
          email: "ada@x.example",
          tags: ["vip", "math"],
          country: "US",
        },
        ...{ fields: { shoe_size: "38.5" }, addresses: [{ address: "+14155553001" }] },
      },
    ]);
  });

  it("imported again changes nothing", async () => {
    const list = "Name,Phone\nBea,4155553101\nCal,+91 98765 43210\n";
    expect((await load(list)).counts).toMatchObject({ created: 2 });
    expect((await load(list)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await load(list, { tags: ["spring"] })).counts).toMatchObject({ updated: 2 });
    expect((await load(list, { tags: ["spring"] })).counts).toMatchObject({ unchanged: 2 });
  });

  it("says what became of each row", async () => {
    const million = "x".repeat(1_000_000);
    const done = await load(
      [
        "Name,Phone,Email,Country",
        "Dora,415-555-3201,,",
        "Dora again,(415) 555 3201,,",
        "Emil,call me,,",
        "Fay,,,",
        `${million},4155553202,,`,
        "Gus,4155553203,not-an-address,",
        "Hal,4155553204,,Germany",
        '"=HYPERLINK(""http://x"")",4155553205,,',
        "'+Ivy,'+14155553206,,",
        'Joe "the" Row,4155553207',
        "Kim,4155553208;4155553209,,",
      ].join("\n"),
    );
    expect(done.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["created", null],
      ["duplicate", "The same number as in row 1, which was taken."],
      ["failed", 'Number: "call me" is not a phone number.'],
      ["failed", "There is no number in this row, and nobody is known without one."],
      ["failed", "Name: 1,000,000 characters, at most 120 fit."],
      ["failed", 'E-mail: "not-an-address" is not an address.'],
      ["failed", 'Country: write two letters, such as US; not "Germany".'],
      ["created", "The name begins like a formula; it was taken as plain text."],
      ["created", "The name begins like a formula; it was taken as plain text."],
      ["created", null],
      ["created", null],
    ]);
    expect(done.counts).toEqual({ created: 5, updated: 0, unchanged: 0, duplicate: 1, failed: 5 });
    expect((await people("3209"))[0]).toMatchObject({ name: "Kim", addresses: [{}, {}] });
    const problems = await exportProblems(tenant.ctx, done.id);
    expect(problems.split("\r\n")).toHaveLength(7);
  });

  it("is read whatever it is written in, even when it is pasted together", async () => {
    const mixed = Buffer.concat([
      Buffer.from("Name,Phone\nZoë Übel,4155553301\n"),
      Buffer.from("Ren\xe9 M\xfcller,4155553302\n", "latin1"),
    ]);
    await load(mixed);
    expect((await people("rene")).map(({ name }) => name)).toEqual(["René Müller"]);
    expect((await people("zoe")).map(({ name }) => name)).toEqual(["Zoë Übel"]);
    const wide = Buffer.from("\uFEFFName\tPhone\nŁukasz Żak\t4155553303\n", "utf16le");
    await load(wide);
    expect((await people("zak")).map(({ name }) => name)).toEqual(["Łukasz Żak"]);
  });

  it("fills what is missing and keeps what a person wrote", async () => {
    const known = await createCustomer(tenant.ctx, {
      name: "Lea Written",
      address: "4155553401",
      tags: ["a"],
    });
    const done = await load("Name,Phone,WhatsApp,Email\nLea Other,4155553401,4155553402,lea@x.example\n");
    expect(done.rows).toMatchObject([{ outcome: "updated", customerId: known.id }]);
    expect(await people("lea")).toMatchObject([
      { name: "Lea Written", email: "lea@x.example", addresses: [{}, { address: "whatsapp:+14155553402" }] },
    ]);
  });

  it("does not join two customers by itself", async () => {
    await load("Name,Phone\nMia,4155553501\nNed,4155553502\n");
    const done = await load("Name,Phone\nMia and Ned,4155553501;4155553502\n");
    expect(done.rows[0]?.reason).toMatch(/belong to different customers: (Mia, Ned|Ned, Mia)/);
  });

  it("carries who said no, and proves no consent", async () => {
    await load("Name,Phone,Opt in\nOle,4155553601,no\nPia,4155553602,yes\n");
    expect((await people("ole"))[0]?.optedOut).toBe(true);
    expect((await people("pia"))[0]?.optedOut).toBe(false);
    await load("Name,Phone,Opt in\nOle,4155553601,yes\n");
    expect((await people("ole"))[0]?.optedOut).toBe(true);
  });

  it("with a quotation mark that is never closed ends in a sentence, its first rows kept", async () => {
    const done = await load(`Name,Phone\nQuin,4155553701\n"never closed,4155553702\n${"y,1\n".repeat(2000)}`);
    expect(done).toMatchObject({ state: "failed", counts: { created: 1 } });
    expect(done.problem).toContain("From row 2 on");
  });

  it("that is no list is refused", async () => {
    await expect(openImport(tenant.ctx, { bytes: Buffer.from("\n\n"), fileName: null })).rejects.toThrow(
      "no row",
    );
  });
});

it("goes on where it was, whenever it is killed, and never takes a row twice", async () => {
  const rowsOf = (count: number) =>
    `Name,Phone\n${Array.from({ length: count }, (_, index) => `P${index},+1415556${1000 + index}`).join("\n")}`;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 3 }), async (kills) => {
      const own = await seedTenant();
      const { ctx } = own;
      const { import: made } = await openImport(ctx, {
        bytes: Buffer.from(rowsOf(1_203)),
        fileName: "x.csv",
      });
      await startImport(ctx, {
        id: made.id,
        ...StartImport.parse({ mapping: ["name", "phone"], country: "US" }),
      });
      for (let kill = 0; kill < kills; kill += 1) {
        const dying = new AbortController();
        const work = workImport(ctx, made.id, dying.signal);
        if (kill % 2 === 0) dying.abort();
        await Promise.allSettled([work, workImport(ctx, made.id, dying.signal)]);
      }
      await runDueJobs();
      const done = await getImport(ctx, made.id);
      expect(done).toMatchObject({ state: "done", rowsDone: 1_203, counts: { created: 1_203 } });
    }),
    { numRuns: 4 },
  );
}, 60_000);

it("stops when it is cancelled, and is nobody else's", async () => {
  const { ctx } = await seedTenant();
  const other = await seedTenant();
  const { import: made } = await openImport(ctx, {
    bytes: Buffer.from("Name,Phone\nA,+14155551234"),
    fileName: null,
  });
  await expect(getImport(other.ctx, made.id)).rejects.toMatchObject({ code: "not_found" });
  await startImport(ctx, {
    id: made.id,
    ...StartImport.parse({ mapping: ["name", "phone"], country: "US" }),
  });
  await cancelImport(ctx, made.id);
  await workImport(ctx, made.id, forever);
  expect(await keepRows(ctx, { id: made.id, from: 0, bytes: 0, rows: [] })).toBe(false);
  expect(await getImport(ctx, made.id)).toMatchObject({ state: "cancelled", rowsDone: 0 });
});

it("what was exported is imported again without a change, formulas and all", async () => {
  const from = await seedTenant();
  const into = await seedTenant();
  await createField(from.ctx, { label: "Plan", kind: "text" });
  await createField(into.ctx, { label: "Plan", kind: "text" });
  await createCustomer(from.ctx, {
    name: "=1+1",
    address: "+14155558001",
    fields: { plan: "@gold" },
    tags: ["x", "y"],
  });
  await createCustomer(from.ctx, { name: 'Comma, "Quote"', address: "+919876500001", email: "c@x.example" });
  let text = "";
  for await (const part of exportCustomers(from.ctx)) text += part;
  expect(text).not.toMatch(/(^|,|\n)[=+@-]/);
  const done = await load(text, {}, into);
  expect(done.counts).toMatchObject({ created: 2, failed: 0 });
  const strip = ({
    name,
    email,
    tags,
    fields,
    country,
    addresses,
  }: Awaited<ReturnType<typeof people>>[number]) => ({
    ...{ name, tags, fields, country, addresses: addresses.map(({ address }) => address) },
    email: email?.endsWith(".local") ? null : email,
  });
  expect((await people("", into)).map(strip).sort(byName)).toEqual(
    (await people("", from)).map(strip).sort(byName),
  );
});

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}
