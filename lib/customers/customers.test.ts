import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listConsent, recordConsent } from "@/lib/consent";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { listCustomerEntries } from "@/lib/inbox";
import { sendMessage } from "@/lib/messages";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import {
  addAddress,
  changeCustomer,
  createCustomer,
  createField,
  findCustomers,
  getCustomer,
  listNotes,
  readFacets,
  removeAddress,
  removeNote,
  writeNote,
} from ".";
import { CustomerFilter, FindCustomers } from "./schema";

let tenant: SeededTenant;
let other: SeededTenant;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  other = await seedTenant();
});

let last = 2000;
const newNumber = () => {
  last += 1;
  return `+1415555${last}`;
};
const add = (name: string, more: object = {}) =>
  createCustomer(tenant.ctx, { name, address: newNumber(), ...more });
const find = async (query: object) => {
  const page = await findCustomers(tenant.ctx, FindCustomers.parse({ limit: 100, ...query }));
  return page.data.map(({ name }) => name);
};

describe("a customer is found", () => {
  beforeAll(async () => {
    await add("Zoë Müller-Åberg", { email: "zoe@lantern.example", tags: ["VIP"] });
    await createCustomer(tenant.ctx, { name: "Ravi Iyer", address: "+919876501234", tags: ["regular"] });
    await add("राधा शर्मा");
  });

  it.each([
    ["muller", "Zoë Müller-Åberg"],
    ["ABERG zo", "Zoë Müller-Åberg"],
    ["zoe@lant", "Zoë Müller-Åberg"],
    ["राधा", "राधा शर्मा"],
    ["98765 01", "Ravi Iyer"],
    ["01234", "Ravi Iyer"],
    ["+91 98765", "Ravi Iyer"],
    ["iyer 1234", "Ravi Iyer"],
  ])("by %s", async (search, name) => {
    expect(await find({ search })).toEqual([name]);
  });

  it.each([
    [{ search: "uller" }, []],
    [{ search: "ravi muller" }, []],
    [{ tag: "VIP" }, ["Zoë Müller-Åberg"]],
    [{ tag: "vip" }, []],
    [{ country: "IN" }, ["Ravi Iyer"]],
    [{ country: "IN", tag: "VIP" }, []],
    [{ search: "%" }, ["राधा शर्मा", "Ravi Iyer", "Zoë Müller-Åberg"]],
    [{ sort: "name" }, ["Ravi Iyer", "Zoë Müller-Åberg", "राधा शर्मा"]],
  ])("under %j: %j", async (query, names) => {
    expect(await find(query)).toEqual(names);
  });

  it("no longer by what was changed", async () => {
    const { id } = await add("Before Change", { tags: ["old"] });
    await changeCustomer(tenant.ctx, { id, name: "After Change", tags: ["new"] });
    expect(await find({ search: "before" })).toEqual([]);
    expect(await find({ search: "after" })).toEqual(["After Change"]);
    expect([await find({ tag: "old" }), await find({ tag: "new" })]).toEqual([[], ["After Change"]]);
  });

  it("by no other business", async () => {
    const page = await findCustomers(other.ctx, FindCustomers.parse({ search: "muller" }));
    expect(page.data).toEqual([]);
    expect(await readFacets(other.ctx, CustomerFilter.parse({}))).toEqual({
      count: 0,
      tags: [],
      countries: [],
    });
  });

  it("once on the pages of any order, whatever the length of a page", async () => {
    const { ctx } = await seedTenant();
    const names = ["ann", "Ann", "Bo", "Çelik", "élan", "Zed", "Žižek", "李雷"];
    for (const [index, name] of names.entries())
      await createCustomer(ctx, { name, address: `+1415556${1000 + index}` });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("name", "newest"),
        async (limit, sort) => {
          const seen: string[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const query = FindCustomers.parse({ limit, sort, ...(cursor ? { cursor } : {}) });
            const page = await findCustomers(ctx, query);
            seen.push(...page.data.map((row) => row.name));
            cursor = page.nextCursor;
          }
          expect(seen.toSorted()).toEqual(names.toSorted());
        },
      ),
      { numRuns: 20 },
    );
  });
});

it("words are those that would be made anew, after any sequence of changes", async () => {
  const { ctx } = await seedTenant();
  const words = fc.constantFrom("Ann 1555", "Bob", "Céline", "ann@x.example");
  const { id } = await createCustomer(ctx, { name: "Start", address: "+14155557001" });
  const step = fc.oneof(
    fc.record({ name: words }),
    fc.record({ tags: fc.uniqueArray(fc.constantFrom("a", "b", "c")) }),
    fc.constantFrom({ add: "+14155557002" }, { add: "whatsapp:+14155557001" }, { drop: true }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      for (const change of steps) {
        const { addresses } = await getCustomer(ctx, id);
        if ("add" in change && change.add) {
          if (!addresses.some(({ address }) => address === change.add))
            await addAddress(ctx, { id, address: change.add });
        } else if ("drop" in change) {
          if (addresses[1]) await removeAddress(ctx, { id, addressId: addresses[1].id });
        } else await changeCustomer(ctx, { id, ...change });
      }
      const [kept, fresh] = await withTenantSql(ctx, async (sql) => [
        await sql.rows("SELECT word FROM customer_words WHERE customer_id = $1::uuid ORDER BY word", [id]),
        await sql.rows(
          `SELECT word COLLATE "C" AS word FROM (SELECT trunkline_customer_words(name, email, tags, country) AS word FROM customers WHERE id = $1::uuid
             UNION SELECT trunkline_address_words(kind, address) FROM customer_addresses WHERE customer_id = $1::uuid) w ORDER BY 1`,
          [id],
        ),
      ]);
      expect(kept).toEqual(fresh);
    }),
    { numRuns: 25 },
  );
});

describe("a customer", () => {
  it("has several addresses, none of them somebody else's, and never none", async () => {
    const one = await add("Ada One");
    const two = await add("Bea Two");
    const more = await addAddress(tenant.ctx, { id: one.id, address: "(415) 555-9001" });
    expect(more.addresses.map(({ address }) => address)).toContain("+14155559001");
    await expect(addAddress(tenant.ctx, { id: two.id, address: "+14155559001" })).rejects.toMatchObject({
      ...{ code: "conflict", details: { customerId: one.id } },
    });
    await expect(addAddress(tenant.ctx, { id: two.id, address: "hello" })).rejects.toThrow(
      "not a phone number",
    );
    const [last = { id: "" }] = two.addresses;
    await expect(removeAddress(tenant.ctx, { id: two.id, addressId: last.id })).rejects.toThrow(
      "only address",
    );
    await expect(createCustomer(tenant.ctx, { name: "Ada", address: "+14155559001" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("has the business's own fields, checked by their kind", async () => {
    await createField(tenant.ctx, { label: "Date of birth", kind: "date" });
    const { id } = await add("Fay Field");
    await expect(changeCustomer(tenant.ctx, { id, fields: { date_of_birth: "31.12.1990" } })).rejects.toThrow(
      "Date of birth: write a day",
    );
    await expect(changeCustomer(tenant.ctx, { id, fields: { nowhere: "x" } })).rejects.toThrow("no field");
    const set = await changeCustomer(tenant.ctx, { id, fields: { date_of_birth: "1990-12-31" } });
    expect(set.fields).toEqual({ date_of_birth: "1990-12-31" });
    expect((await changeCustomer(tenant.ctx, { id, fields: { date_of_birth: "" } })).fields).toEqual({});
  });

  it("has notes, which other businesses neither read nor remove", async () => {
    const { id } = await add("Nat Notes");
    const { id: noteId } = await writeNote(tenant.ctx, { id, body: "Prefers mornings." });
    expect(await listNotes(tenant.ctx, id)).toMatchObject([
      { body: "Prefers mornings.", author: { name: "Olga Owner" } },
    ]);
    await expect(listNotes(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeNote(other.ctx, { id, noteId })).rejects.toMatchObject({ code: "not_found" });
    await removeNote(tenant.ctx, { id, noteId });
    expect(await listNotes(tenant.ctx, id)).toEqual([]);
  });

  it("who said no at the desk gets no text, and the proof is kept", async () => {
    await seedNumber(tenant);
    const { id, addresses } = await add("Connie Consent");
    const [address = { id: "", address: "" }] = addresses;
    await recordConsent(tenant.ctx, {
      customerId: id,
      addressId: address.id,
      change: "opted_out",
      proof: "At the desk",
    });
    expect((await getCustomer(tenant.ctx, id)).optedOut).toBe(true);
    expect(await find({ consent: "opted_out" })).toEqual(["Connie Consent"]);
    expect(await sendMessage(tenant.ctx, { to: address.address, body: "Hello" })).toMatchObject({
      ...{ ok: false, reason: "opted_out" },
    });
    await recordConsent(tenant.ctx, {
      customerId: id,
      addressId: address.id,
      change: "opted_in",
      proof: "Signed form",
    });
    expect(await sendMessage(tenant.ctx, { to: address.address, body: "Hello" })).toMatchObject({ ok: true });
    expect((await listConsent(tenant.ctx, id)).map(({ change, text }) => [change, text])).toEqual([
      ["opted_in", "Signed form"],
      ["opted_out", "At the desk"],
    ]);
    expect(await listConsent(other.ctx, id)).toEqual([]);
    await expect(
      recordConsent(other.ctx, { customerId: id, addressId: address.id, change: "opted_in", proof: "xxx" }),
    ).rejects.toMatchObject({ code: "not_found" });
    const timeline = await listCustomerEntries(tenant.ctx, { customerId: id, limit: 10 });
    expect(timeline.data.map(({ type }) => type)).toContain("message");
    await expect(listCustomerEntries(other.ctx, { customerId: id, limit: 10 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
