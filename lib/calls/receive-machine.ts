import type { CallMachine, CarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { namePlacedCall } from "./name-placed-call";
import { traceCall } from "./trace";

/** A verified word about who answered a call that we placed. */
export type ReceivedMachine = { carrier: CarrierName; callId: string; event: CallMachine; raw: RawWebhook };

const reachedOf = { human: "person", machine: "machine", fax: "fax", unknown: "unknown" } as const;

const sentences: Record<keyof typeof reachedOf, string> = {
  human: "A person answered",
  machine: "A machine answered",
  fax: "A fax answered",
  unknown: "The carrier cannot say who answered",
};

/**
 * Keeps who answered a placed call. With a machine nobody talks: the call is taken away from the receptionist, for the
 * message or for its end. The first word counts. @returns whether the tenant has this call
 */
export function receiveMachine(ctx: Ctx, input: ReceivedMachine): Promise<boolean> {
  const { callId, carrier, event, raw } = input;
  return withTenantSql(ctx, async (sql) => {
    if (!(await namePlacedCall(sql, ctx, { callId, carrier, carrierCallId: event.callSid }))) return false;
    if (!(await keepWebhookEvent(sql, ctx, { ...raw, callSid: event.callSid }))) return true;
    const isFirst = await sql.run(
      `UPDATE placed_calls SET reached = $3 WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND coalesce(reached, 'unknown') = 'unknown'`,
      [ctx.tenantId, callId, reachedOf[event.answeredBy]],
    );
    if (isFirst === 1) await goBy(sql, ctx, callId, event.answeredBy);
    return true;
  });
}

async function goBy(
  sql: Sql,
  ctx: Ctx,
  callId: string,
  answeredBy: CallMachine["answeredBy"],
): Promise<void> {
  await traceCall(sql, ctx, callId, { kind: "webhook", title: sentences[answeredBy] });
  await emit(sql, ctx, {
    kind: "call.status",
    subject: { callId },
    data: { reached: reachedOf[answeredBy] },
  });
  if (answeredBy !== "machine" && answeredBy !== "fax") return;
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.leave_message", payload: { callId }, key: `leave:${callId}` },
  });
}
