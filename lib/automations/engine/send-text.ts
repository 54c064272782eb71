import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { renderVariables, type VariableValues } from "@/lib/kernel/variables";
import { sendMessageIn } from "@/lib/messages";
import { readTenantIn } from "@/lib/tenants";
import type { Facts } from "../rule/facts";
import { mostTextsAnHour } from "../rule/judge";
import type { RuleStep } from "../rule/step";
import { valuesOf } from "../rule/values";
import type { StepResult } from "./keep-run";

type SendStep = Extract<RuleStep, { do: "send_sms" | "send_whatsapp" }>;

/** Queues a text of a rule: through the send gate, and not when somebody got many of them lately. */
export async function sendText(
  sql: Sql,
  ctx: Ctx,
  step: SendStep,
  { facts }: { facts: Facts },
): Promise<StepResult> {
  const { customer } = facts;
  if (!customer) return { outcome: "skipped", sentence: "It is not known whom this is about." };
  if (await hadMany(sql, ctx, customer.id))
    return {
      outcome: "refused",
      sentence: `${mostTextsAnHour} automated texts went to this person within an hour. The other side may be a machine too, so no more is sent.`,
    };
  const input = inputOf(step, facts, valuesOf(facts));
  if (!input) return { outcome: "skipped", sentence: "The customer has no number that can be written to." };
  const outcome = await sendMessageIn(sql, ctx, input, await readTenantIn(sql, ctx));
  if (outcome.ok) return { outcome: "done", sentence: "Text queued.", data: { messageId: outcome.id } };
  const later = outcome.instead.find(({ kind }) => kind === "send_later");
  return {
    ...{ outcome: "refused", sentence: outcome.sentence, data: { reason: outcome.reason } },
    ...(later?.kind === "send_later" ? { postponedTo: new Date(later.at) } : {}),
  };
}

function inputOf(step: SendStep, { customer, conversation }: Facts, values: VariableValues) {
  const channel = step.do === "send_sms" ? ("sms" as const) : ("whatsapp" as const);
  const body = renderVariables(step.body, values);
  // The latest conversation holds it, closed or not: a reminder is no new ticket, the answer to it is.
  if (conversation) return { conversationId: conversation.id, channel, body };
  const to = channel === "sms" ? customer?.phone : (customer?.whatsapp ?? customer?.phone);
  return to ? { to, channel, body } : null;
}

/** Waits for texts to the same person that other rules are just sending, so that they are counted. */
async function hadMany(sql: Sql, ctx: Ctx, customerId: string): Promise<boolean> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 8))", [`${ctx.tenantId}:${customerId}`]);
  const row = await sql.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM messages WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND author_kind = 'automation'
        AND direction = 'outbound' AND created_at > $3::timestamptz`,
    [ctx.tenantId, customerId, new Date(ctx.clock.now().getTime() - 3_600_000)],
  );
  return (row?.count ?? 0) >= mostTextsAnHour;
}
