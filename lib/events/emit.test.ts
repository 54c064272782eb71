import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { withTenant, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId, type TenantId } from "@/lib/kernel/ids";
import { emit, installSubscribers } from ".";
import { eventKinds, makeBareTenant, recordEvents } from "./testing";

let tenantId: TenantId;
let ctx: Ctx;

beforeAll(async () => {
  await testDatabase();
  tenantId = await makeBareTenant();
  ctx = { tenantId, actor: { kind: "system", why: "test" }, clock: systemClock, requestId: "test" };
});

test("without subscribers installed nothing can be emitted", async () => {
  const emitted = withTenantSql(ctx, (sql) => emit(sql, ctx, { kind: "thing.happened", subject: {} }));
  await expect(emitted).rejects.toThrow("call installWiring() at boot");
});

test("events of one transaction stand in order, from Prisma too, and tell who subscribed", async () => {
  const told = recordEvents("thing.happened");
  const subject = { customerId: newId() };
  await withTenant(ctx, async (tx) => {
    await emit(tx.sql, ctx, { kind: "thing.happened", subject, data: { word: "näıve \u2028 \n" } });
    await emit(tx.sql, ctx, { kind: "other.happened", subject }, { kind: "third.happened", subject });
  });
  expect(await eventKinds(tenantId)).toEqual(["thing.happened", "other.happened", "third.happened"]);
  expect(told).toEqual([{ kind: "thing.happened", subject, data: { word: "näıve \u2028 \n" } }]);
});

test("events of a transaction that rolls back vanish", async () => {
  const told = recordEvents("thing.vanished");
  const refused = withTenantSql(ctx, async (sql) => {
    await emit(sql, ctx, { kind: "thing.vanished", subject: {} });
    throw new Error("rolled back");
  });
  await expect(refused).rejects.toThrow("rolled back");
  expect(told).toHaveLength(1);
  expect(await eventKinds(tenantId)).not.toContain("thing.vanished");
});

test("a subscriber that fails takes the transaction with it", async () => {
  installSubscribers([{ to: ["thing.refused"], tell: () => Promise.reject(new z.ZodError([])) }]);
  const refused = withTenantSql(ctx, (sql) => emit(sql, ctx, { kind: "thing.refused", subject: {} }));
  await expect(refused).rejects.toThrow(z.ZodError);
  expect(await eventKinds(tenantId)).not.toContain("thing.refused");
});

test("a tenant cannot write an event of another one", async () => {
  recordEvents();
  const other = { ...ctx, tenantId: await makeBareTenant() };
  const forged = withTenantSql(ctx, (sql) => emit(sql, other, { kind: "thing.forged", subject: {} }));
  await expect(forged).rejects.toThrow("row-level security");
  expect(await eventKinds(other.tenantId)).toEqual([]);
});
