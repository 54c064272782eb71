import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";

/** How a wait ended. */
export type WaitOutcome = "taken" | "key" | "too_long" | "moved" | "abandoned" | "left";

/** Puts a call at the end of a queue; one that waits in it already keeps its place. @returns whether it is new there */
export async function joinQueue(
  sql: Sql,
  ctx: Ctx,
  { callId, queueId }: { callId: string; queueId: string },
): Promise<boolean> {
  const made = await sql.run(
    `INSERT INTO queue_waits (tenant_id, id, queue_id, call_id, joined_at) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz)
     ON CONFLICT DO NOTHING`,
    [ctx.tenantId, newId(), queueId, callId, ctx.clock.now()],
  );
  if (made === 1) await tell(sql, ctx, "queue.joined", callId, { queueId });
  return made === 1;
}

/** Nobody of those who were rung for a call answered: it waits on at its old place, and they are left alone for a while. */
export async function returnToLine(sql: Sql, ctx: Ctx, callId: string): Promise<string[]> {
  const missed = await sql.rows<{ label: string }>(
    `UPDATE queue_offers o SET ended_at = $3::timestamptz, outcome = 'missed' FROM queue_waits w
      WHERE o.tenant_id = $1::uuid AND w.tenant_id = o.tenant_id AND w.id = o.wait_id AND w.call_id = $2::uuid AND w.left_at IS NULL
        AND o.ended_at IS NULL
      RETURNING coalesce((SELECT label FROM transfer_targets t WHERE t.tenant_id = o.tenant_id AND t.id = o.target_id),
        (SELECT name FROM members m WHERE m.tenant_id = o.tenant_id AND m.id = o.member_id), 'Somebody') AS label`,
    [ctx.tenantId, callId, ctx.clock.now()],
  );
  if (missed.length > 0) await tell(sql, ctx, "queue.missed", callId, {});
  return missed.map(({ label }) => label);
}

/** A member's browser has answered a caller who waited: the wait is over, and whoever else was rung is free again. */
export async function takeFromQueue(
  sql: Sql,
  ctx: Ctx,
  { callId, memberId }: { callId: string; memberId: string },
): Promise<void> {
  const taken = await sql.run(
    `UPDATE queue_offers o SET taken_at = coalesce(o.taken_at, $4::timestamptz) FROM queue_waits w
      WHERE o.tenant_id = $1::uuid AND w.tenant_id = o.tenant_id AND w.id = o.wait_id AND w.call_id = $2::uuid AND w.left_at IS NULL
        AND o.seat = $3::uuid AND o.ended_at IS NULL`,
    [ctx.tenantId, callId, memberId, ctx.clock.now()],
  );
  if (taken === 0) return;
  await sql.run(
    `UPDATE queue_offers o SET ended_at = $4::timestamptz, outcome = 'withdrawn' FROM queue_waits w
      WHERE o.tenant_id = $1::uuid AND w.tenant_id = o.tenant_id AND w.id = o.wait_id AND w.call_id = $2::uuid AND w.left_at IS NULL
        AND o.seat <> $3::uuid AND o.ended_at IS NULL`,
    [ctx.tenantId, callId, memberId, ctx.clock.now()],
  );
  await closeWait(sql, ctx, callId, "taken");
}

/** Ends a call's wait, however it came, and frees whoever was rung but did not talk. @returns whether it was waiting */
export async function leaveQueue(
  sql: Sql,
  ctx: Ctx,
  callId: string,
  outcome: WaitOutcome,
): Promise<{ queueName: string; seconds: number } | null> {
  await endOffers(sql, ctx, callId, outcome === "taken" ? "talked" : "withdrawn");
  return closeWait(sql, ctx, callId, outcome);
}

/** A member has hung up on a caller of a queue. @returns whether they had talked, and are free again */
export async function endTalk(
  sql: Sql,
  ctx: Ctx,
  { callId, memberId }: { callId: string; memberId: string },
): Promise<boolean> {
  const ended = await sql.run(
    `UPDATE queue_offers o SET ended_at = $4::timestamptz, outcome = 'talked' FROM queue_waits w
      WHERE o.tenant_id = $1::uuid AND w.tenant_id = o.tenant_id AND w.id = o.wait_id AND w.call_id = $2::uuid AND o.seat = $3::uuid
        AND o.taken_at IS NOT NULL AND o.ended_at IS NULL`,
    [ctx.tenantId, callId, memberId, ctx.clock.now()],
  );
  if (ended > 0) await tell(sql, ctx, "queue.freed", callId, { memberId });
  return ended > 0;
}

// Who was rung on a phone for longer than phones ring has talked: carriers tell of that answer only when it is over.
async function endOffers(sql: Sql, ctx: Ctx, callId: string, outcome: string): Promise<void> {
  const now = ctx.clock.now();
  await sql.run(
    `UPDATE queue_offers o SET ended_at = $3::timestamptz,
        outcome = CASE WHEN o.taken_at IS NOT NULL OR o.offered_at < $5::timestamptz THEN 'talked' ELSE $4 END FROM queue_waits w
      WHERE o.tenant_id = $1::uuid AND w.tenant_id = o.tenant_id AND w.id = o.wait_id AND w.call_id = $2::uuid AND o.ended_at IS NULL`,
    [ctx.tenantId, callId, now, outcome, new Date(now.getTime() - 90_000)],
  );
}

async function closeWait(
  sql: Sql,
  ctx: Ctx,
  callId: string,
  outcome: WaitOutcome,
): Promise<{ queueName: string; seconds: number } | null> {
  const left = await sql.one<{ queueName: string; seconds: number }>(
    `UPDATE queue_waits w SET left_at = $3::timestamptz, outcome = $4 FROM queues q
      WHERE w.tenant_id = $1::uuid AND q.tenant_id = w.tenant_id AND q.id = w.queue_id AND w.call_id = $2::uuid AND w.left_at IS NULL
      RETURNING q.name AS "queueName", extract(epoch FROM $3::timestamptz - w.joined_at)::int AS seconds`,
    [ctx.tenantId, callId, ctx.clock.now(), outcome],
  );
  if (left) await tell(sql, ctx, "queue.left", callId, { outcome });
  return left;
}

function tell(
  sql: Sql,
  ctx: Ctx,
  kind: string,
  callId: string,
  data: Record<string, unknown>,
): Promise<unknown> {
  return emit(sql, ctx, { kind, subject: { callId }, data });
}
