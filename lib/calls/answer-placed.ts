import type { CallAnswered, CarrierName, Instruction } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { interpret } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { aroundOf } from "./around";
import { inWords } from "./describe";
import { keepTicket } from "./issue-ticket";
import { keepSpoken } from "./keep-spoken";
import { keepState, type LockedCall, lockCallById } from "./keep-state";
import { namePlacedCall } from "./name-placed-call";
import { callLadder } from "./rules";
import type { CallReply, KeptState } from "./schema";
import { traceCall } from "./trace";

/** A verified request for the first instructions of a call that we placed. */
export type AnsweredPlaced = {
  carrier: CarrierName;
  slug: string;
  callId: string;
  event: CallAnswered;
  raw: RawWebhook;
  dialect: string | null;
};

/**
 * Somebody, or something, has answered a call of the receptionist's: it says who it is and why it calls. A repeated request
 * gets the same instructions.
 * @returns null when the tenant has no such call
 */
export function answerPlaced(ctx: Ctx, input: AnsweredPlaced): Promise<CallReply | null> {
  const { callId, carrier, event, dialect } = input;
  return withTenantSql(ctx, async (sql) => {
    if (!(await namePlacedCall(sql, ctx, { callId, carrier, carrierCallId: event.callSid }))) return null;
    const call = await lockCallById(sql, ctx, callId);
    if (!call) return null;
    const isOver = callLadder.has(call.status) && callLadder.rank(call.status) >= 4;
    if (isOver) return { instructions: [{ kind: "hang_up" }], dialect };
    if (call.kept.told > 0) return { instructions: call.kept.last?.instructions ?? [], dialect };
    return { instructions: await begin(sql, ctx, input, call), dialect };
  });
}

async function begin(sql: Sql, ctx: Ctx, input: AnsweredPlaced, call: LockedCall): Promise<Instruction[]> {
  const { carrier, slug, raw, dialect } = input;
  const around = aroundOf(call, { carrier, slug, clock: ctx.clock, present: [] });
  const { state, output } = interpret(call.setup.flow, call.kept.flow, { kind: "answered" }, around);
  const instructions = output.do === "instruct" ? output.instructions : [];
  const kept: KeptState = { ...call.kept, flow: state, told: 1, last: { key: raw.key, instructions } };
  await keepTicket(sql, ctx, call.id, instructions);
  await keepWebhookEvent(sql, ctx, { ...raw, callSid: call.carrierCallId });
  await keepState(sql, ctx, call.id, kept);
  await markAnswered(sql, ctx, call.id, dialect);
  const data = { from: call.fromAddress, to: call.toAddress };
  await traceCall(
    ...([sql, ctx, call.id] as const),
    { kind: "webhook", title: "The call was answered", data },
    { kind: "instructions", title: inWords(instructions), data: { instructions } },
  );
  const { conversationId, customerId } = call;
  const subject = {
    ...{ callId: call.id },
    ...(conversationId ? { conversationId } : {}),
    ...(customerId ? { customerId } : {}),
  };
  await emit(sql, ctx, { kind: "call.started", subject, data: { carrier, direction: "outbound" } });
  await keepSpoken(sql, ctx, call, instructions);
  return instructions;
}

async function markAnswered(sql: Sql, ctx: Ctx, callId: string, dialect: string | null): Promise<void> {
  await sql.run(
    `UPDATE calls SET status = 'in_progress', status_rank = $4::int, answered_at = coalesce(answered_at, $3::timestamptz)
      WHERE tenant_id = $1::uuid AND id = $2::uuid AND status_rank <= $4::int`,
    [ctx.tenantId, callId, ctx.clock.now(), callLadder.rank("in_progress")],
  );
  await sql.run(
    `UPDATE call_states SET setup = setup || jsonb_build_object('dialect', $3::text) WHERE tenant_id = $1::uuid AND call_id = $2::uuid`,
    [ctx.tenantId, callId, dialect],
  );
}
