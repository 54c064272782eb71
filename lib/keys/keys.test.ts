import { beforeAll, expect, test } from "vitest";
import { testVisitor } from "@/lib/auth/testing";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import { seedTenant } from "@/lib/tenants/testing";
import { createKey } from "./create-key";
import { listKeys } from "./list-keys";
import { readKey } from "./read-key";
import { revokeKey } from "./revoke-key";
import { NewKey } from "./schema";

beforeAll(testDatabase);

const shop: NewKey = { name: "Web shop", scopes: ["messages:write"] };

test("a key proves its tenant and its scopes", async () => {
  const { ctx } = await seedTenant();
  const { id, key } = await createKey(ctx, shop);
  expect(key).toMatch(/^tl_[\w-]{32}$/);
  expect(await readKey(testVisitor(), `Bearer ${key}`)).toMatchObject({
    tenantId: ctx.tenantId,
    actor: { kind: "api_key", keyId: id, scopes: ["messages:write"] },
  });
});

test("the key itself is stored nowhere and never listed", async () => {
  const { ctx } = await seedTenant();
  const { key } = await createKey(ctx, shop);
  const stored = await unsafePlatformSql("test", (sql) =>
    sql.rows<{ text: string }>(
      `SELECT row_to_json(k)::text AS text FROM api_keys k UNION ALL
       SELECT row_to_json(d)::text FROM api_key_directory d UNION ALL SELECT row_to_json(a)::text FROM audit_entries a`,
    ),
  );
  expect(stored.filter(({ text }) => text.includes(key.slice(3, 20)))).toEqual([]);
  expect(JSON.stringify(await listKeys(ctx))).not.toContain(key);
  expect(await listKeys(ctx)).toMatchObject([
    { name: "Web shop", lastFour: key.slice(-4), lastUsedAt: null },
  ]);
});

test.each(["Bearer tl_wrong", "Bearer", "Basic dXNlcjpwYXNz", "Bearer a b", "", "Bearer \u0000"])(
  "the header %j is refused",
  async (authorization) => {
    await expect(readKey(testVisitor(), authorization)).rejects.toMatchObject({ code: "unauthenticated" });
  },
);

test("a request without the header is not about keys", async () => {
  expect(await readKey(testVisitor(), null)).toBeNull();
});

test("a revoked key is refused at once; only its own tenant can revoke it", async () => {
  const { ctx } = await seedTenant();
  const other = await seedTenant();
  const { id, key } = await createKey(ctx, shop);
  await expect(revokeKey(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await listKeys(other.ctx)).toEqual([]);
  expect(await readKey(testVisitor(), `Bearer ${key}`)).not.toBeNull();
  await revokeKey(ctx, { id });
  await expect(readKey(testVisitor(), `Bearer ${key}`)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(revokeKey(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await listKeys(ctx)).toEqual([]);
});

test("a suspended tenant's keys are refused", async () => {
  const { ctx } = await seedTenant();
  const { key } = await createKey(ctx, shop);
  await unsafePlatformSql("test", (sql) =>
    sql.run("UPDATE tenants SET status = 'suspended' WHERE id = $1::uuid", [ctx.tenantId]),
  );
  await expect(readKey(testVisitor(), `Bearer ${key}`)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("the last use is noted, at most once a minute", async () => {
  const { ctx } = await seedTenant();
  const clock = fixedClock("2026-11-20T09:00:00Z");
  const { key } = await createKey(ctx, shop);
  const use = () => readKey(testVisitor(clock), `Bearer ${key}`);
  const lastUsed = async () => (await listKeys(ctx))[0]?.lastUsedAt?.toISOString();
  await use();
  clock.advance(59_000);
  await use();
  expect(await lastUsed()).toBe("2026-11-20T09:00:00.000Z");
  clock.advance(1_000);
  await use();
  expect(await lastUsed()).toBe("2026-11-20T09:01:00.000Z");
});

test("the demo world may choose the text of its keys", async () => {
  const { ctx } = await seedTenant();
  await createKey(ctx, shop, "tl_demo_key_test");
  expect(await readKey(testVisitor(), "bearer tl_demo_key_test")).toMatchObject({ tenantId: ctx.tenantId });
});

test("making and revoking a key stands in the audit trail, without the key's name", async () => {
  const { ctx } = await seedTenant();
  const { id } = await createKey(ctx, shop);
  await revokeKey(ctx, { id });
  const entries = await withTenantSql(ctx, (sql) =>
    sql.rows<{ action: string; detail: unknown }>(
      "SELECT action, detail FROM audit_entries WHERE subject_kind = 'api_key' ORDER BY seq",
    ),
  );
  expect(entries).toEqual([
    { action: "key.created", detail: { scopes: ["messages:write"] } },
    { action: "key.revoked", detail: {} },
  ]);
});

test.each([
  [{ name: "", scopes: ["messages:read"] }],
  [{ name: "x", scopes: [] }],
  [{ name: "x", scopes: ["members:write"] }],
  [{ name: "x".repeat(81), scopes: ["messages:read"] }],
])("%j makes no key", (input) => {
  expect(NewKey.safeParse(input).success).toBe(false);
});
