import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addAddress, changeCustomer, createCustomer, getCustomer, writeNote } from "@/lib/customers";
import { type Sql, unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { emit } from "@/lib/events";
import { newId } from "@/lib/kernel/ids";
import { receiveText, sendMessage } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { erasePerson } from "./erase-person";
import { exportPerson } from "./export-person";
import { findSurvivor, listMerges } from "./list-merges";
import { mergeCustomers } from "./merge-customers";
import { unmergeCustomers } from "./unmerge-customers";

let tenant: SeededTenant;
let line: { e164: string };
let last = 5_554_000;

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

beforeEach(async () => {
  tenant = await seedTenant();
  line = await seedNumber(tenant);
});

const nextNumber = () => {
  last += 1;
  return `+1212${last}`;
};

/** A customer with a note, a text, an answer, a call that was placed to them, and a rule that met them. */
async function seedPerson(name: string, more: object = {}): Promise<{ id: string; phone: string }> {
  const phone = nextNumber();
  const { id } = await createCustomer(tenant.ctx, { name, address: phone });
  await changeCustomer(tenant.ctx, { id, tags: [name.toLowerCase()], ...more });
  await writeNote(tenant.ctx, { id, body: `About ${name}` });
  await text(phone, `I am ${name}`);
  await sendMessage(tenant.ctx, { to: phone, body: `Hello ${name}` });
  await seedCall({ id, phone, name });
  return { id, phone };
}

async function seedCall({ id, phone, name }: { id: string; phone: string; name: string }): Promise<void> {
  const [callId, runId] = [newId(), newId()];
  const run = (sql: Sql, text: string, ...values: unknown[]) =>
    sql.run(text, [tenant.ctx.tenantId, ...values]);
  await withTenantSql(tenant.ctx, async (sql) => {
    await run(
      sql,
      "INSERT INTO calls (tenant_id, id, carrier, carrier_call_id, direction, from_address, to_address, customer_id, status) VALUES ($1::uuid, $2::uuid, 'twilio', $2::uuid::text, 'outbound', $3, $4, $5::uuid, 'completed')",
      ...[callId, line.e164, phone, id],
    );
    await run(
      sql,
      "INSERT INTO placed_calls (tenant_id, call_id, purpose, machine_message, state, created_at) VALUES ($1::uuid, $2::uuid, $3, $4, 'placed', now())",
      ...[callId, `Remind ${name}`, `Hello ${name}, see you soon`],
    );
    await emit(sql, tenant.ctx, {
      kind: "call.turn",
      subject: { callId },
      data: { text: `This is ${name}` },
    });
    await run(
      sql,
      "INSERT INTO automation_runs (tenant_id, id, automation_id, version, event_key, happening, customer_id, status) SELECT $1::uuid, $2::uuid, a.id, 1, $2::uuid::text, $3::jsonb, $4::uuid, 'done' FROM automations a LIMIT 1",
      ...[runId, JSON.stringify({ text: `I am ${name}` }), id],
    );
    await run(
      sql,
      "INSERT INTO automation_steps (tenant_id, run_id, position, kind, outcome, sentence) VALUES ($1::uuid, $2::uuid, 0, 'note', 'done', $3)",
      ...[runId, `Wrote a note about ${name}`],
    );
  });
}

const text = (from: string, body: string) =>
  receiveText(carrierOf(tenant), inboundText(line.e164, { from, fromPhone: from, body }));

const tables = [
  ...[
    "customer_addresses",
    "conversations",
    "calls",
    "appointments",
    "customer_notes",
    "customer_import_rows",
    "automation_runs",
  ],
  ...["customers", "messages", "customer_words"],
];

/** Every row that has to do with customers, exactly as it stands. */
async function snapshot(): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables)
    all[table] = (
      await withTenantSql(tenant.ctx, (sql) =>
        sql.rows<{ row: unknown }>(`SELECT to_jsonb(x) AS row FROM ${table} x ORDER BY to_jsonb(x)::text`),
      )
    ).map(({ row }) => row);
  return all;
}

const counts = (all: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(all)
      .filter(([table]) => table !== "customers" && table !== "customer_words")
      .map(([table, rows]) => [table, rows.length]),
  );

describe("two customers who are one person", () => {
  it("become one with everything of both, and are found by either number", async () => {
    const asha = await seedPerson("Asha Rao", { timezone: "Asia/Kolkata" });
    const other = await seedPerson("A. Rao", { email: "asha@example.test", city: "Pune" });
    const before = counts(await snapshot());
    await mergeCustomers(tenant.ctx, { id: asha.id, customerId: other.id });
    const one = await getCustomer(tenant.ctx, asha.id);
    expect(one).toMatchObject({
      ...{ name: "Asha Rao", email: "asha@example.test", timezone: "Asia/Kolkata" },
      tags: ["asha rao", "a. rao"],
    });
    expect(one.addresses.map(({ address }) => address).sort()).toEqual([asha.phone, other.phone].sort());
    expect(counts(await snapshot())).toEqual(before);
    await expect(getCustomer(tenant.ctx, other.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await findSurvivor(tenant.ctx, other.id)).toBe(asha.id);
    await text(other.phone, "It is me again");
    const { rows } = await peopleOf("It is me again");
    expect(rows).toEqual([asha.id]);
  });

  it("come apart exactly, with what was said to each since", async () => {
    const [asha, other] = [await seedPerson("Asha Rao"), await seedPerson("A. Rao")];
    const before = await snapshot();
    const { id: mergeId } = await mergeCustomers(tenant.ctx, { id: asha.id, customerId: other.id });
    await unmergeCustomers(tenant.ctx, { id: asha.id, mergeId });
    expect(await snapshot()).toEqual(before);

    const again = await mergeCustomers(tenant.ctx, { id: asha.id, customerId: other.id });
    await text(other.phone, "Said while we were one");
    await changeCustomer(tenant.ctx, { id: asha.id, name: "Asha R. Rao" });
    expect(await unmergeCustomers(tenant.ctx, { id: asha.id, mergeId: again.id })).toEqual({
      customerId: other.id,
    });
    expect((await getCustomer(tenant.ctx, asha.id)).name).toBe("Asha R. Rao");
    expect((await getCustomer(tenant.ctx, other.id)).name).toBe("A. Rao");
    await expect(unmergeCustomers(tenant.ctx, { id: asha.id, mergeId: again.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("come apart in the reverse order only", async () => {
    const [a, b, c] = [await seedPerson("A"), await seedPerson("B"), await seedPerson("C")];
    const first = await mergeCustomers(tenant.ctx, { id: a.id, customerId: b.id });
    const second = await mergeCustomers(tenant.ctx, { id: a.id, customerId: c.id });
    expect((await listMerges(tenant.ctx, a.id)).map(({ name, isLast }) => [name, isLast])).toEqual([
      ["C", true],
      ["B", false],
    ]);
    await expect(unmergeCustomers(tenant.ctx, { id: a.id, mergeId: first.id })).rejects.toMatchObject({
      code: "conflict",
    });
    await unmergeCustomers(tenant.ctx, { id: a.id, mergeId: second.id });
    await unmergeCustomers(tenant.ctx, { id: a.id, mergeId: first.id });
    expect(await listMerges(tenant.ctx, a.id)).toEqual([]);
  });

  it("any sequence of merging and coming apart loses no row, and taken back whole leaves every row as it was", async () => {
    const people: string[] = [];
    for (const name of ["Ann", "Bo", "Cy", "Di", "Ed"]) people.push((await seedPerson(name)).id);
    const before = await snapshot();
    const step = fc.record({ one: fc.nat(4), other: fc.nat(4), isUndo: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const standing: { id: string; mergeId: string; merged: string }[] = [];
        for (const { one, other, isUndo } of steps) {
          const gone = new Set(standing.map(({ merged }) => merged));
          const undone = isUndo ? standing.pop() : undefined;
          if (undone) await unmergeCustomers(tenant.ctx, undone);
          const [id, customerId] = [people[one] ?? "", people[other] ?? ""];
          if (isUndo || one === other || gone.has(id) || gone.has(customerId)) continue;
          const { id: mergeId } = await mergeCustomers(tenant.ctx, { id, customerId });
          standing.push({ id, mergeId, merged: customerId });
          expect(counts(await snapshot())).toEqual(counts(before));
        }
        for (const merge of standing.reverse()) await unmergeCustomers(tenant.ctx, merge);
        expect(await snapshot()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it("refuses oneself and another tenant's", async () => {
    const [a, b] = [await seedPerson("A"), await seedPerson("B")];
    const stranger = await seedTenant();
    const notFound = { code: "not_found" };
    expect(() => mergeCustomers(tenant.ctx, { id: a.id, customerId: a.id })).toThrow(/somebody else/);
    await expect(mergeCustomers(stranger.ctx, { id: a.id, customerId: b.id })).rejects.toMatchObject(
      notFound,
    );
    const { id: mergeId } = await mergeCustomers(tenant.ctx, { id: a.id, customerId: b.id });
    await expect(unmergeCustomers(stranger.ctx, { id: a.id, mergeId })).rejects.toMatchObject(notFound);
    await expect(listMerges(stranger.ctx, a.id)).rejects.toMatchObject(notFound);
    expect(await findSurvivor(stranger.ctx, b.id)).toBeNull();
  });
});

describe("one person's data", () => {
  it("is handed out whole, and nothing of anybody else", async () => {
    const asha = await seedPerson("Asha Rao");
    const other = await seedPerson("Somebody Else");
    await addAddress(tenant.ctx, { id: asha.id, address: nextNumber() });
    const told = await exportPerson(tenant.ctx, asha.id);
    expect(told.customer).toHaveLength(1);
    expect(told.addresses).toHaveLength(2);
    expect(told.messages).toHaveLength(2);
    expect(told.notes).toMatchObject([{ body: "About Asha Rao" }]);
    expect(told.placedCalls).toMatchObject([{ purpose: "Remind Asha Rao" }]);
    expect(told.automations).toHaveLength(1);
    expect(told.automationSteps).toMatchObject([{ sentence: "Wrote a note about Asha Rao" }]);
    const words = JSON.stringify(told);
    expect(words).toContain("I am Asha Rao");
    expect(words).not.toContain("Somebody Else");
    expect(words).not.toContain(other.phone);
    expect(words).not.toContain(tenant.ctx.tenantId);
    await expect(exportPerson((await seedTenant()).ctx, asha.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is erased after the name was typed: no words, name or number stays anywhere, counts do", async () => {
    const asha = await seedPerson("Asha Rao", { email: "asha@example.test" });
    const other = await seedPerson("Bo Berg");
    await mergeCustomers(tenant.ctx, { id: asha.id, customerId: (await seedPerson("Old Asha")).id });
    await expect(erasePerson(tenant.ctx, { id: asha.id, confirmation: "asha" })).rejects.toMatchObject({
      code: "refused",
    });
    await expect(
      erasePerson((await seedTenant()).ctx, { id: asha.id, confirmation: "Asha Rao" }),
    ).rejects.toMatchObject({ code: "not_found" });
    const { erased, kept } = await erasePerson(tenant.ctx, { id: asha.id, confirmation: "Asha Rao" });
    expect(erased).toMatchObject({ messages: 4, notes: 2, addresses: 2 });
    expect(kept.length).toBeGreaterThan(0);
    const rest = await everything();
    for (const trace of ["Asha", asha.phone, asha.phone.slice(1), "asha@example.test"])
      expect(rest).not.toContain(trace);
    expect(rest).toContain("I am Bo Berg");
    expect(rest).toContain(other.phone);
    expect((await snapshot()).messages).toHaveLength(6);
    await expect(
      erasePerson(tenant.ctx, { id: asha.id, confirmation: "Erased person" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

/** Every row of every table of this tenant, as text. */
function everything(): Promise<string> {
  return unsafePlatformSql("test", async (sql) => {
    const all = await sql.rows<{ name: string }>(
      "SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE column_name = 'tenant_id' AND table_schema = 'public'",
    );
    const texts: string[] = [];
    for (const { name } of all) {
      const rows = await sql.rows<{ row: string }>(
        `SELECT to_jsonb(x)::text AS row FROM ${name} x WHERE tenant_id = $1::uuid`,
        [tenant.ctx.tenantId],
      );
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join("\n");
  });
}

function peopleOf(body: string): Promise<{ rows: string[] }> {
  return withTenantSql(tenant.ctx, async (sql) => ({
    rows: (
      await sql.rows<{ id: string }>(
        "SELECT customer_id AS id FROM messages WHERE tenant_id = $1::uuid AND body = $2",
        [...[tenant.ctx.tenantId, body]],
      )
    ).map(({ id }) => id),
  }));
}
