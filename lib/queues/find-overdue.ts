import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** Calls of queues to which something should have happened by now. */
export type Overdue = {
  /** Over, but still in the line or with somebody counted as talking to them. */
  ended: string[];
  /** Somebody was to be rung, but the carrier never asked on. */
  unheard: string[];
  /** Waited longer than the queue lets them, or was to be sent elsewhere. */
  tooLong: string[];
};

// Words and music of a round end before this, and a carrier that was reached has asked on.
const graceSeconds = 12;

/** Finds {@link Overdue} calls of the business. */
export async function findOverdue(sql: Sql, ctx: Ctx): Promise<Overdue> {
  const now = ctx.clock.now();
  const ended = await sql.rows<{ callId: string }>(
    `SELECT DISTINCT w.call_id AS "callId" FROM queue_waits w JOIN calls c ON c.tenant_id = w.tenant_id AND c.id = w.call_id
      WHERE w.tenant_id = $1::uuid AND c.ended_at IS NOT NULL AND (w.left_at IS NULL OR EXISTS (SELECT FROM queue_offers o
        WHERE o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.ended_at IS NULL))`,
    [ctx.tenantId],
  );
  const waiting = await sql.rows<{ callId: string; isOffered: boolean }>(
    `SELECT w.call_id AS "callId", o.offered_at IS NOT NULL AS "isOffered" FROM queue_waits w
       JOIN queues q ON q.tenant_id = w.tenant_id AND q.id = w.queue_id
       JOIN call_states s ON s.tenant_id = w.tenant_id AND s.call_id = w.call_id AND s.state #>> '{flow,phase}' = 'queueing'
       LEFT JOIN LATERAL (SELECT min(x.offered_at) AS offered_at FROM queue_offers x
         WHERE x.tenant_id = w.tenant_id AND x.wait_id = w.id AND x.ended_at IS NULL) o ON true
      WHERE w.tenant_id = $1::uuid AND w.left_at IS NULL AND (o.offered_at < $2::timestamptz
        OR (o.offered_at IS NULL AND (w.wish IS NOT NULL OR w.joined_at < $3::timestamptz - make_interval(secs => coalesce((q.settings ->> 'longestSeconds')::int, 600)))))`,
    [ctx.tenantId, new Date(now.getTime() - graceSeconds * 1000), now],
  );
  const callsOf = (isOffered: boolean) =>
    waiting.filter((wait) => wait.isOffered === isOffered).map(({ callId }) => callId);
  return { ended: ended.map(({ callId }) => callId), unheard: callsOf(true), tooLong: callsOf(false) };
}
