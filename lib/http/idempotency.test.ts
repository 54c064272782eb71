import { beforeAll, expect, test } from "vitest";
import { withTenant, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { seedTenant } from "@/lib/tenants/testing";
import { answerOnce, type Idempotency, readIdempotency } from "./idempotency";
import { testRequest } from "./testing";

beforeAll(testDatabase);

const asked = (key: string, body: unknown) =>
  readIdempotency(testRequest("POST", "/x", { headers: { "idempotency-key": key } }), body);

/** Something that must happen once: a team, because teams need nothing else. */
const addTeam = (ctx: Ctx, idempotency: Idempotency | null, fail = false) =>
  withTenantSql(ctx, (sql) =>
    answerOnce(sql, ctx, idempotency, async () => {
      const id = newId();
      await sql.run("INSERT INTO teams (tenant_id, id, name) VALUES ($1::uuid, $2::uuid, 'X')", [
        ctx.tenantId,
        id,
      ]);
      if (fail) throw new Error("after all not");
      return { id, nested: { list: [1, null, "é"] } };
    }),
  );

const countTeams = (ctx: Ctx) => withTenant(ctx, (tx) => tx.team.count({ where: { name: "X" } }));

test("the same key and body get the same answer and one effect", async () => {
  const { ctx } = await seedTenant();
  const key = asked("order-1", { to: "+1", body: "hi" });
  const first = await addTeam(ctx, key);
  expect(await addTeam(ctx, key)).toEqual(first);
  expect(await countTeams(ctx)).toBe(1);
});

test("a hundred at once are one", async () => {
  const { ctx } = await seedTenant();
  const key = asked("order-2", {});
  const answers = await Promise.all(Array.from({ length: 100 }, () => addTeam(ctx, key)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await countTeams(ctx)).toBe(1);
});

test("the same key with another body is a conflict", async () => {
  const { ctx } = await seedTenant();
  await addTeam(ctx, asked("order-3", { body: "one" }));
  await expect(addTeam(ctx, asked("order-3", { body: "two" }))).rejects.toMatchObject({ code: "conflict" });
  expect(await countTeams(ctx)).toBe(1);
});

test("a request that failed does not use its key up", async () => {
  const { ctx } = await seedTenant();
  const key = asked("order-4", {});
  await expect(addTeam(ctx, key, true)).rejects.toThrow("after all not");
  expect(await countTeams(ctx)).toBe(0);
  await addTeam(ctx, key);
  expect(await countTeams(ctx)).toBe(1);
});

test("another tenant's key is another key", async () => {
  const [one, other] = [await seedTenant(), await seedTenant()];
  const key = asked("order-5", {});
  const first = await addTeam(one.ctx, key);
  expect((await addTeam(other.ctx, key)).id).not.toBe(first.id);
});

test("without a key every request counts", async () => {
  const { ctx } = await seedTenant();
  await addTeam(ctx, null);
  await addTeam(ctx, null);
  expect(await countTeams(ctx)).toBe(2);
  expect(readIdempotency(testRequest("POST", "/x"), {})).toBeNull();
});
