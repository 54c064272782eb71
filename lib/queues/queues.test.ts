import { beforeAll, describe, expect, it } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { installSubscribers } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { assignCallers, changeQueue, createQueue, getQueue, leaveQueue, listQueues, readBoard } from ".";
import { returnToLine } from "./keep-waits";
import { NewQueue } from "./schema";
import { seedCaller, seedPeople, seedQueue } from "./testing";

let tenant: SeededTenant;

beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  tenant = await seedTenant();
});

const decide = (ctx: Ctx) => withTenantSql(ctx, (sql) => assignCallers(sql, ctx));
const draw = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

describe("a queue", () => {
  it("is made, changed and found by its own business only", async () => {
    const { ctx } = tenant;
    const { id } = await createQueue(ctx, NewQueue.parse({ name: "Sales" }));
    await expect(createQueue(ctx, NewQueue.parse({ name: "sales" }))).rejects.toMatchObject({
      code: "conflict",
    });
    const { settings } = NewQueue.parse({ name: "x", settings: { everySeconds: 45 } });
    await changeQueue(ctx, id, { name: "Sales team", settings });
    expect(await getQueue(ctx, id)).toMatchObject({ name: "Sales team", settings: { everySeconds: 45 } });
    const other = await seedTenant();
    await expect(getQueue(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await listQueues(other.ctx)).toEqual([]);
    expect((await readBoard(other.ctx)).queues).toEqual([]);
  });

  it("gives the first caller to somebody, keeps places, and leaves who did not answer alone", async () => {
    const { ctx } = await seedTenant();
    const people = await seedPeople(ctx, 1);
    const queueId = await seedQueue(ctx, "Front desk", { targetIds: people });
    const first = await seedCaller(ctx, queueId);
    const second = await seedCaller(ctx, queueId);
    expect((await decide(ctx)).map(({ callId }) => callId)).toEqual([first]);
    await withTenantSql(ctx, (sql) => returnToLine(sql, ctx, first));
    expect(await decide(ctx)).toEqual([]);
    const [board] = (await readBoard(ctx)).queues;
    expect(board?.waiting.map(({ callId }) => callId)).toEqual([first, second]);
    expect(board?.seats[0]?.state).toBe("resting");
  });
});

/** So many decisions at the same time as callers come and go; what the database says afterwards is judged. */
it("assigns no caller twice and nobody to two callers in 1,000 random races", async () => {
  const { ctx } = await seedTenant();
  const random = draw(20_261_120);
  const people = await seedPeople(ctx, 8);
  const queues = [
    await seedQueue(ctx, "One", { targetIds: people.slice(0, 6) }),
    await seedQueue(ctx, "Two", { targetIds: people.slice(3), strategy: "in_order" }),
  ];
  const given: string[] = [];
  for (let round = 0; round < 125; round += 1) {
    const joining = Array.from({ length: 2 + random(3) }, () => seedCaller(ctx, queues[random(2)] ?? ""));
    const racing = Array.from({ length: 8 }, () => decide(ctx));
    await Promise.all(joining);
    const late = await decide(ctx);
    for (const { callId } of [...(await Promise.all(racing)).flat(), ...late]) given.push(callId);
    const open = await withTenantSql(ctx, (sql) =>
      sql.rows<{ callId: string; seat: string }>(
        `SELECT w.call_id AS "callId", o.seat FROM queue_offers o JOIN queue_waits w ON w.tenant_id = o.tenant_id AND w.id = o.wait_id
          WHERE o.tenant_id = $1::uuid AND o.ended_at IS NULL`,
        [ctx.tenantId],
      ),
    );
    expect(new Set(open.map(({ seat }) => seat)).size).toBe(open.length);
    expect(new Set(open.map(({ callId }) => callId)).size).toBe(open.length);
    for (const { callId } of open.filter(() => random(3) > 0))
      await withTenantSql(ctx, (sql) => leaveQueue(sql, ctx, callId, "taken"));
  }
  expect(new Set(given).size).toBe(given.length);
  expect(given.length).toBeGreaterThan(200);
});
