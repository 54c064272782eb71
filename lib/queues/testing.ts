import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { createQueue } from "./change-queues";
import { joinQueue } from "./keep-waits";
import { NewQueue, type QueueSettings } from "./schema";

/** So many people with phones, at the end of the transfer list. @returns their ids in order */
export function seedPeople(ctx: Ctx, count: number): Promise<string[]> {
  return withTenantSql(ctx, async (sql) => {
    const ids = Array.from({ length: count }, () => newId());
    await sql.run(
      `INSERT INTO transfer_targets (tenant_id, id, label, e164, position)
       SELECT $1::uuid, p.id, 'Person ' || p.place, '+1201555' || lpad(p.place::text, 4, '0'), p.place FROM unnest($2::uuid[]) WITH ORDINALITY AS p (id, place)`,
      [ctx.tenantId, ids],
    );
    return ids;
  });
}

/** A queue of some people. */
export async function seedQueue(ctx: Ctx, name: string, settings: Partial<QueueSettings>): Promise<string> {
  return (await createQueue(ctx, NewQueue.parse({ name, settings }))).id;
}

/** A call that goes on, and waits. @returns its id */
export function seedCaller(ctx: Ctx, queueId: string): Promise<string> {
  return withTenantSql(ctx, async (sql) => {
    const id = newId();
    await sql.run(
      `INSERT INTO calls (tenant_id, id, carrier, carrier_call_id, direction, from_address, to_address, status, status_rank, started_at)
       VALUES ($1::uuid, $2::uuid, 'twilio', $3, 'inbound', '+14155550100', '+15005550006', 'in_progress', 2, $4::timestamptz)`,
      [ctx.tenantId, id, `CA${id.replaceAll("-", "")}`, ctx.clock.now()],
    );
    await joinQueue(sql, ctx, { callId: id, queueId });
    return id;
  });
}
