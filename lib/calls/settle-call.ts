import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { recordUsage, releaseUsage, settleUsage } from "@/lib/usage";
import { minutesOf } from "@/lib/usage/rules";
import { enqueuePrice } from "./enqueue-price";
import type { CallInlet } from "./load-inlet";

type Beginning = { callId: string; carrier: string; direction: string; inlet: CallInlet; to: string };

/** Reserves the first minute of a call that has just begun; its end settles the rest. */
export async function reserveCall(
  sql: Sql,
  ctx: Ctx,
  { callId, carrier, direction, inlet, to }: Beginning,
): Promise<void> {
  const isInbound = direction === "inbound";
  const { numberId = null, connectionId = null } = inlet.channel ?? {};
  const order = {
    ...{ subject: `call:${callId}`, kind: "call_minute" as const, carrier, numberId, connectionId, units: 1 },
    ...{
      direction: isInbound ? ("inbound" as const) : ("outbound" as const),
      address: isInbound ? inlet.own : to,
    },
  };
  await recordUsage(sql, ctx, order, "reserved");
}

/** Settles a call that is over with its minutes; one that nobody took costs nothing. */
export async function settleCall(sql: Sql, ctx: Ctx, callId: string): Promise<void> {
  const call = await sql.one<{
    seconds: number | null;
    status: string;
    micros: number | null;
    currency: string | null;
  }>(
    `SELECT duration_seconds AS seconds, status, price_micros AS micros, currency FROM calls c WHERE tenant_id = $1::uuid AND id = $2::uuid
        AND NOT EXISTS (SELECT FROM placed_calls p WHERE p.tenant_id = c.tenant_id AND p.call_id = c.id AND p.state = 'unknown')`,
    [ctx.tenantId, callId],
  );
  if (!call) return; // what may have been placed may have cost: it stays reserved
  const units = call.status === "completed" ? minutesOf(call.seconds ?? 0) : 0;
  if (units === 0) return releaseUsage(sql, ctx, `call:${callId}`);
  const { micros, currency } = call;
  await settleUsage(sql, ctx, {
    ...{ subject: `call:${callId}`, units },
    ...(micros !== null && currency ? { price: { micros, currency } } : {}),
  });
  if (micros === null) await enqueuePrice(sql, ctx, { callId, attempt: 0 });
}
