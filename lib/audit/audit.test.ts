import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { newId } from "@/lib/kernel/ids";
import { seedTenant } from "@/lib/tenants/testing";
import { recordAudit } from "./record-audit";
import { canonicalJson } from "./rules";
import { verifyAuditChain } from "./verify-audit-chain";

let ownerUrl: string;
beforeAll(async () => {
  ({ ownerUrl } = await testDatabase());
});

const subject = { kind: "thing", id: newId() };

test("every entry is linked to the one before, also when many are written at once", async () => {
  const { ctx } = await seedTenant();
  const writes = Array.from({ length: 25 }, (_, index) =>
    withTenantSql(ctx, (sql) =>
      recordAudit(sql, ctx, { action: "thing.done", subject, detail: { index, b: 1, a: null } }),
    ),
  );
  await Promise.all(writes);
  expect(await verifyAuditChain(ctx)).toMatchObject({ ok: true, entries: 26 });
});

test("an entry and its change stand or fall together", async () => {
  const { ctx } = await seedTenant();
  const failing = withTenantSql(ctx, async (sql) => {
    await recordAudit(sql, ctx, { action: "thing.done", subject });
    throw new Error("after all not");
  });
  await expect(failing).rejects.toThrow("after all not");
  expect(await verifyAuditChain(ctx)).toMatchObject({ ok: true, entries: 1 });
});

test("each tenant has its own chain and verifies no other", async () => {
  const [one, other] = [await seedTenant(), await seedTenant()];
  await withTenantSql(one.ctx, (sql) => recordAudit(sql, one.ctx, { action: "thing.done", subject }));
  expect(await verifyAuditChain(one.ctx)).toMatchObject({ ok: true, entries: 2 });
  expect(await verifyAuditChain(other.ctx)).toMatchObject({ ok: true, entries: 1 });
});

test("the program itself can neither change nor delete an entry", async () => {
  const { ctx } = await seedTenant();
  for (const statement of ["UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries"]) {
    await expect(withTenantSql(ctx, (sql) => sql.run(statement))).rejects.toThrow(/permission denied/);
  }
});

test.each([
  [
    "a changed detail",
    "UPDATE audit_entries SET detail = '{\"index\": 9}' WHERE tenant_id = $1 AND seq = 3",
    "3",
  ],
  [
    "a changed time",
    "UPDATE audit_entries SET at = at + interval '1 hour' WHERE tenant_id = $1 AND seq = 2",
    "2",
  ],
  ["a missing entry", "DELETE FROM audit_entries WHERE tenant_id = $1 AND seq = 2", "3"],
])("%s is found even when the database's owner did it", async (_what, statement, brokenAt) => {
  const { ctx } = await seedTenant();
  for (let index = 0; index < 3; index += 1) {
    await withTenantSql(ctx, (sql) =>
      recordAudit(sql, ctx, { action: "thing.done", subject, detail: { index } }),
    );
  }
  await asOwner((client) => client.query(statement, [ctx.tenantId]));
  expect(await verifyAuditChain(ctx)).toMatchObject({ ok: false, reason: "broken", brokenAt });
});

test("the same facts have one spelling, whatever the order of their keys", () => {
  expect(canonicalJson({ b: [2, { d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[2,{"c":null,"d":1}]}');
});

/** The owner stands above the append-only rights, but not above row-level security, which is forced. */
async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await work(client);
  await client.end();
}
