import type { CallStatusUpdate, CarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { isId } from "@/lib/kernel/ids";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { namePlacedCall } from "./name-placed-call";
import { type CallStatusName, callLadder, isOver, ownCallStatus } from "./rules";
import { settleCall } from "./settle-call";
import { settleEnd } from "./settle-wait";
import { stopThinking } from "./think";
import { traceCall } from "./trace";

/** A verified state of a call. */
export type ReceivedCallStatus = {
  carrier: CarrierName;
  update: CallStatusUpdate;
  raw: RawWebhook;
  /** Our own id of the call, where it stands in the URL. */
  callId?: string;
};

/**
 * Applies a carrier's state of a call. In whatever order states arrive, the call ends in the same one; the first
 * terminal state ends it and starts the work after the call. @returns whether the tenant has this call
 */
export function receiveCallStatus(ctx: Ctx, input: ReceivedCallStatus): Promise<boolean> {
  const { update, carrier, raw, callId } = input;
  return withTenantSql(ctx, async (sql) => {
    if (callId && isId(callId))
      await namePlacedCall(sql, ctx, { callId, carrier, carrierCallId: update.callSid });
    // Kept before the call is known, it would make the same news a repetition once the call stands.
    const known = await sql.one(
      "SELECT FROM calls WHERE tenant_id = $1::uuid AND carrier = $2 AND carrier_call_id = $3",
      [ctx.tenantId, carrier, update.callSid],
    );
    if (!known) return false;
    if (!(await keepWebhookEvent(sql, ctx, { ...raw, callSid: update.callSid }))) return true;
    const news: CallStatusNews = {
      ...{ carrier, carrierCallId: update.callSid, status: ownCallStatus(update.status) },
      ...{ seconds: update.seconds ?? null, cause: update.cause },
    };
    return applyCallStatus(sql, ctx, news);
  });
}

export type CallStatusNews = {
  carrier: string;
  carrierCallId: string;
  status: CallStatusName;
  seconds: number | null;
  cause: string;
};

/** {@link receiveCallStatus} from any source, inside a running transaction. */
export async function applyCallStatus(sql: Sql, ctx: Ctx, news: CallStatusNews): Promise<boolean> {
  const call = await sql.one<{ id: string; conversation_id: string | null; thinking: string | null }>(
    `SELECT c.id, c.conversation_id, s.state #>> '{thinking,turnId}' AS thinking FROM calls c
       LEFT JOIN call_states s ON s.tenant_id = c.tenant_id AND s.call_id = c.id
      WHERE c.tenant_id = $1::uuid AND c.carrier = $2 AND c.carrier_call_id = $3`,
    [ctx.tenantId, news.carrier, news.carrierCallId],
  );
  if (!call) return false;
  const moved = await move(sql, ctx, call.id, news);
  await traceCall(sql, ctx, call.id, {
    kind: "status",
    title: `Carrier says ${news.status.replace("_", " ")}`,
    data: { ...news, isNews: moved },
  });
  if (!moved) return true;
  const subject = {
    callId: call.id,
    ...(call.conversation_id ? { conversationId: call.conversation_id } : {}),
  };
  await emit(sql, ctx, {
    kind: isOver(news.status) ? "call.ended" : "call.status",
    subject,
    data: { status: news.status },
  });
  if (isOver(news.status)) {
    await settleCall(sql, ctx, call.id);
    await settleEnd(sql, ctx, call.id);
    if (call.thinking) stopThinking(call.thinking);
    await enqueue(sql, {
      tenantId: ctx.tenantId,
      kind: "calls.finish",
      payload: { callId: call.id },
      key: `finish:${call.id}`,
    });
  }
  return true;
}

/** The database compares ranks itself: a late state never moves a call backwards, and only the first end counts. */
async function move(sql: Sql, ctx: Ctx, callId: string, news: CallStatusNews): Promise<boolean> {
  const moved = await sql.run(
    `UPDATE calls SET status = $3, status_rank = $4::int,
        ended_at = CASE WHEN $4::int >= 4 THEN coalesce(ended_at, $5::timestamptz) ELSE ended_at END,
        duration_seconds = CASE WHEN $4::int >= 4 THEN coalesce($6::int, duration_seconds,
           extract(epoch FROM $5::timestamptz - coalesce(answered_at, started_at))::int) ELSE duration_seconds END
      WHERE tenant_id = $1::uuid AND id = $2::uuid AND status_rank < $4::int`,
    [ctx.tenantId, callId, news.status, callLadder.rank(news.status), ctx.clock.now(), news.seconds],
  );
  return moved === 1;
}
