import type { Sql } from "@/lib/db";
import type { EventSubject, NewEvent } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { Happening, type TriggerKind } from "../rule/trigger";

/** The kinds of events that may start rules. */
export const heardKinds = [
  ...["message.received", "call.analysed", "conversation.opened", "conversation.closed"],
  ...["appointment.booked", "appointment.moved", "appointment.cancelled", "appointment.completed"],
  ...["customer.created", "customer.tagged"],
] as const;

/** Hears of an event inside its transaction and has every rule that waits for it begin, once the event has really happened. */
export async function hearEvent(sql: Sql, ctx: Ctx, event: NewEvent): Promise<void> {
  const on = triggerOf(event);
  if (!on) return;
  const waiting = await sql.rows<{ id: string }>(
    "SELECT id FROM automations WHERE tenant_id = $1::uuid AND trigger_kind = $2 AND is_on ORDER BY created_at, id",
    [ctx.tenantId, on],
  );
  if (waiting.length === 0) return;
  const happening = happeningOf(on, event, ctx);
  for (const { id } of waiting) await enqueueBegin(sql, ctx, { automationId: id, happening });
}

/** Has one rule look at something that happened, inside the running transaction. */
export function enqueueBegin(
  sql: Sql,
  ctx: Pick<Ctx, "tenantId"> & Partial<Pick<Ctx, "actor">>,
  { automationId, happening }: { automationId: string; happening: Happening },
): Promise<void> {
  const chain = ctx.actor?.kind === "automation" ? ctx.actor.chain : [];
  return enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "automations.begin",
    payload: { automationId, happening, chain },
    key: `begin:${automationId}:${happening.key}`,
  });
}

const byKind: Readonly<Record<string, TriggerKind>> = {
  "conversation.opened": "conversation_opened",
  "conversation.closed": "conversation_closed",
  "appointment.booked": "appointment_booked",
  "appointment.moved": "appointment_moved",
  "appointment.cancelled": "appointment_cancelled",
  "appointment.completed": "appointment_completed",
  "customer.created": "customer_created",
  "customer.tagged": "customer_tagged",
};

/** Which trigger an event pulls; null for none. STOP and its kind pull none: they were obeyed, and nobody else is to see them. */
function triggerOf({ kind, data = {} }: NewEvent): TriggerKind | null {
  if (kind === "message.received") {
    if (data.keyword) return null;
    return data.channel === "whatsapp" ? "inbound_whatsapp" : "inbound_sms";
  }
  if (kind !== "call.analysed") return byKind[kind] ?? null;
  if (data.outcome === "missed") return data.direction === "inbound" ? "missed_call" : null;
  if (data.outcome === "voicemail") return "voicemail";
  return data.outcome === "failed" ? null : "call_completed";
}

function happeningOf(on: TriggerKind, { subject, data = {} }: NewEvent, ctx: Ctx): Happening {
  const tags = Array.isArray(data.tags) ? data.tags.filter((tag) => typeof tag === "string") : [];
  return Happening.parse({
    ...{ on, key: keyOf(on, subject), at: ctx.clock.now().toISOString(), tags },
    ...{
      customerId: subject.customerId,
      conversationId: subject.conversationId,
      messageId: subject.messageId,
    },
    ...{ callId: subject.callId, appointmentId: subject.appointmentId },
  });
}

/** What can happen once only is named by what it is about; anything else by itself, because an event is told once. */
function keyOf(on: TriggerKind, { messageId, callId }: EventSubject): string {
  return `${on}:${messageId ?? callId ?? newId()}`;
}
