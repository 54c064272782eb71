import { carrier, isCarrierName } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { type Sql, withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { linksOf } from "./links";

// Long enough that a carrier that was reached has asked on by then; the job is for when this process is gone.
const secondLookMilliseconds = 5_000;

/** Has a call asked for by its carrier as soon as the transaction has committed: somebody decided something about it. */
export async function sendForSoon(sql: Sql, ctx: Ctx, callId: string): Promise<void> {
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.send_for", payload: { callId }, key: `send-for:${callId}` },
    runAt: new Date(ctx.clock.now().getTime() + secondLookMilliseconds),
  });
  sql.afterCommit(() => {
    setTimeout(() => void sendFor(ctx, { callId }).catch(() => {}), 0).unref();
  });
}

type Awaited = {
  carrier: string;
  carrierCallId: string;
  connectionId: string | null;
  numberId: string | null;
  told: number;
};

/**
 * Makes a carrier ask on for a waiting call for which somebody is to be rung, or which is to go elsewhere. Does nothing once
 * that has happened. Safe to repeat.
 */
export async function sendFor(ctx: Ctx, { callId }: { callId: string }): Promise<void> {
  const call = await withTenantSql(ctx, (sql) =>
    sql.one<Awaited>(awaited, [ctx.tenantId, callId, ctx.clock.now()]),
  );
  if (!call || !isCarrierName(call.carrier)) return;
  const opened = await openConnection(ctx, {
    ...{ carrier: call.carrier, connectionId: call.connectionId, isOfNumber: call.numberId !== null },
  });
  if (!opened) return;
  const { slug } = await readTenant(ctx);
  const { onward } = linksOf({ carrier: call.carrier, slug, turn: call.told });
  await carrier(call.carrier).voice?.redirect(opened.connection, call.carrierCallId, onward);
}

const awaited = `SELECT c.carrier, c.carrier_call_id AS "carrierCallId", c.connection_id AS "connectionId", c.number_id AS "numberId",
    (s.state ->> 'told')::int AS told
  FROM calls c JOIN call_states s ON s.tenant_id = c.tenant_id AND s.call_id = c.id
  WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.ended_at IS NULL AND (s.state #>> '{flow,phase}' = 'new'
    OR (s.state #>> '{flow,phase}' = 'queueing' AND EXISTS (SELECT FROM queue_waits w
      WHERE w.tenant_id = c.tenant_id AND w.call_id = c.id AND w.left_at IS NULL AND (w.wish IS NOT NULL OR EXISTS (SELECT FROM queue_offers o
        WHERE o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.ended_at IS NULL) OR EXISTS (SELECT FROM queues q
        WHERE q.tenant_id = w.tenant_id AND q.id = w.queue_id
          AND w.joined_at < $3::timestamptz - make_interval(secs => coalesce((q.settings ->> 'longestSeconds')::int, 600)))))))`;
