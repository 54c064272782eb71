import { assignConversationIn, closeConversationIn, prioritiseConversationIn } from "@/lib/conversations";
import { tagCustomerIn } from "@/lib/customers";
import type { Sql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { renderVariables } from "@/lib/kernel/variables";
import { writeNoteIn } from "@/lib/messages";
import { askForReply } from "@/lib/receptionist";
import type { Facts } from "../rule/facts";
import type { RuleStep } from "../rule/step";
import { valuesOf } from "../rule/values";
import { spanWords } from "../rule/words";
import type { StepResult } from "./keep-run";
import { sendText } from "./send-text";

/** Where a step stands, and what is known at that moment. */
export type Scene = { runId: string; position: number; facts: Facts };

/** Does one step inside the running transaction, or says why not. What reaches people passes the send gate. */
export async function performStep(sql: Sql, ctx: Ctx, step: RuleStep, scene: Scene): Promise<StepResult> {
  switch (step.do) {
    case "send_sms":
    case "send_whatsapp":
      return sendText(sql, ctx, step, scene);
    case "tag":
      return tag(sql, ctx, step.tag, scene);
    case "wait":
      return {
        ...{ outcome: "done", sentence: `Waits ${spanWords(step.minutes)}.` },
        wakeAt: new Date(ctx.clock.now().getTime() + step.minutes * 60_000),
      };
    case "webhook":
      return callLater(sql, ctx, step.url, scene);
    default:
      return changeConversation(sql, ctx, step, scene);
  }
}

async function tag(sql: Sql, ctx: Ctx, name: string, { facts: { customer } }: Scene): Promise<StepResult> {
  if (!customer) return skipped("It is not known whom this is about.");
  switch (await tagCustomerIn(sql, ctx, { id: customer.id, tag: name })) {
    case "added":
      return done(`Tagged the customer “${name}”.`);
    case "there_already":
      return skipped(`The customer is tagged “${name}” already.`);
    case "too_many":
      return { outcome: "failed", sentence: "The customer has thirty tags, which is as many as fit." };
  }
}

/** Somebody else's server is called by a job of its own: it may be slow, and is tried again. */
async function callLater(sql: Sql, ctx: Ctx, url: string, { runId, position }: Scene): Promise<StepResult> {
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "automations.call_webhook" },
    ...{ payload: { runId, position, attempt: 1 }, key: `webhook:${runId}:${position}` },
  });
  return { outcome: "waiting", sentence: `Calling ${new URL(url).host}.` };
}

type ConversationStep = Extract<RuleStep, { do: "assign" | "note" | "close" | "priority" | "ai_reply" }>;

async function changeConversation(
  sql: Sql,
  ctx: Ctx,
  step: ConversationStep,
  { facts }: Scene,
): Promise<StepResult> {
  const { conversation } = facts;
  if (!conversation) return skipped("There is no conversation to do this in.");
  const { id } = conversation;
  switch (step.do) {
    case "assign":
      await assignConversationIn(sql, ctx, { id, assignee: step.to });
      return done(assigned[step.to.kind]);
    case "note": {
      const body = renderVariables(step.body, valuesOf(facts));
      const note = await writeNoteIn(sql, ctx, { conversationId: id, body });
      return { ...done("Wrote a note."), data: { messageId: note.id } };
    }
    case "close":
      if (conversation.status === "closed") return skipped("The conversation is closed already.");
      await closeConversationIn(sql, ctx, { id });
      return done("Closed the conversation.");
    case "priority":
      await prioritiseConversationIn(sql, ctx, { id, priority: step.priority });
      return done(`Set the priority to ${step.priority}.`);
    case "ai_reply":
      return letAnswer(sql, ctx, facts);
  }
}

const assigned = {
  nobody: "Took the assignment away.",
  assistant: "Handed the conversation to the receptionist.",
  member: "Assigned the conversation.",
};

/** A person who has the conversation has the word. */
async function letAnswer(sql: Sql, ctx: Ctx, { conversation, message }: Facts): Promise<StepResult> {
  if (!conversation || !message) return skipped("There is no text to answer.");
  if (conversation.assigneeKind === "member")
    return skipped("A person has this conversation, so the receptionist stays silent.");
  if (conversation.assigneeKind === "assistant")
    return skipped("The conversation is with the receptionist, who answers without being asked.");
  await assignConversationIn(sql, ctx, { id: conversation.id, assignee: { kind: "assistant" } });
  await askForReply(sql, ctx, { conversationId: conversation.id, messageId: message.id });
  return done("Handed the text to the receptionist to answer.");
}

function done(sentence: string): StepResult {
  return { outcome: "done", sentence };
}

function skipped(sentence: string): StepResult {
  return { outcome: "skipped", sentence };
}
