import type { CallPaying, CarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { FlowInput } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { type LockedCall, lockCall } from "./keep-state";
import { traceCall } from "./trace";

type Paid = Extract<FlowInput, { kind: "paid" }>;

/** Keeps what came of a payment, once for each time that a card was asked for. */
export async function keepPayment(sql: Sql, ctx: Ctx, call: LockedCall, paid: Paid): Promise<void> {
  const step = call.setup.flow.steps[call.kept.flow.step];
  if (step?.kind !== "pay") return;
  const kept = await sql.run(
    `INSERT INTO payments (tenant_id, id, call_id, turn, amount_minor, currency, is_paid, result, last_four, brand, confirmation, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::int, $5::int, $6, $7::boolean, $8, $9, $10, $11, $12::timestamptz)
     ON CONFLICT (tenant_id, call_id, turn) DO NOTHING`,
    [
      ...[ctx.tenantId, newId(), call.id, call.kept.told, step.amountMinor, step.currency, paid.isPaid],
      ...[paid.result, paid.lastFour, paid.brand, paid.confirmation, ctx.clock.now()],
    ],
  );
  if (kept === 0) return;
  const { conversationId, customerId } = call;
  const subject = {
    ...{ callId: call.id },
    ...(conversationId ? { conversationId } : {}),
    ...(customerId ? { customerId } : {}),
  };
  const data = { isPaid: paid.isPaid, amountMinor: step.amountMinor, currency: step.currency };
  await emit(sql, ctx, { kind: "call.paid", subject, data });
}

const fieldWords: Readonly<Record<string, string>> = {
  "payment-card-number": "the card's number",
  "expiration-date": "the expiry date",
  "security-code": "the security code",
  "postal-code": "the postal code",
  "payment-processing": "the payment company",
};

/** Writes a step of a payment into the X-ray: what is waited for, and what was wrong. @returns whether the tenant has this call */
export function receivePaying(
  ctx: Ctx,
  { carrier, event, raw }: { carrier: CarrierName; event: CallPaying; raw: RawWebhook },
): Promise<boolean> {
  return withTenantSql(ctx, async (sql) => {
    const call = await lockCall(sql, ctx, { carrier, carrierCallId: event.callSid });
    if (!call) return false;
    if (!(await keepWebhookEvent(sql, ctx, { ...raw, callSid: event.callSid }))) return true;
    const what = fieldWords[event.field] ?? event.field;
    const { attempt, problem } = event;
    await traceCall(sql, ctx, call.id, {
      kind: "webhook",
      title: problem ? `Payment: ${what} was not accepted` : `Payment: waits for ${what}`,
      data: { attempt, problem },
    });
    return true;
  });
}
