import { passOnConversation } from "@/lib/conversations";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { sendMessageIn, writeNoteIn } from "@/lib/messages";
import type { TenantView } from "@/lib/tenants";
import type { Dialog } from "../contract/turn";
import { readThread } from "./read-thread";
import { type HandOver, handOverNote } from "./rules";

/** What the receptionist wants to write, and whether a person goes on from there. */
export type Answer = { text: string; handOver: HandOver | null; dialog: Dialog; toolCalls: number };

type Keeping = {
  asked: { conversationId: string; messageId: string };
  isDraft: boolean;
  answer: Answer;
  tenant: TenantView;
};

/**
 * Queues the answer, or writes it down as a draft, if the conversation is still the receptionist's: whoever took it
 * over while the answer was thought about has the word.
 */
export async function keepAnswer(
  sql: Sql,
  ctx: Ctx,
  { asked, isDraft, answer, tenant }: Keeping,
): Promise<void> {
  const { conversationId } = asked;
  if (!(await readThread(sql, ctx, asked))) return;
  const { text, handOver, dialog, toolCalls } = answer;
  if (isDraft && text !== "") {
    const { id } = await writeNoteIn(sql, ctx, { conversationId, body: `Suggested reply: ${text}` });
    await mark(sql, ctx, id, { dialog, toolCalls, suggestion: text });
  }
  const refusal = isDraft || text === "" ? null : await send(sql, ctx, { asked, answer, tenant });
  const why = refusal === null ? handOver : "refused";
  if (why === null) return;
  await passOnConversation(sql, ctx, { conversationId, why });
  await writeNoteIn(sql, ctx, { conversationId, body: handOverNote(why, refusal ?? "") });
}

/** Queues the text; returns the sentence of the gate when it may not go. */
async function send(
  sql: Sql,
  ctx: Ctx,
  { asked, answer, tenant }: Omit<Keeping, "isDraft">,
): Promise<string | null> {
  const input = { conversationId: asked.conversationId, body: answer.text };
  const outcome = await sendMessageIn(sql, ctx, input, tenant).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "refused")
      return { ok: false as const, sentence: error.message };
    throw error;
  });
  if (!outcome.ok) return outcome.sentence;
  const { dialog, toolCalls, handOver } = answer;
  // A farewell still goes out after the conversation was passed on; anything else is held back by then.
  await mark(sql, ctx, outcome.id, { dialog, toolCalls, ...(handOver ? {} : { isHeldBack: true }) });
  return null;
}

async function mark(sql: Sql, ctx: Ctx, messageId: string, reply: object): Promise<void> {
  await sql.run(
    `UPDATE messages SET extra = extra || jsonb_build_object('reply', $3::jsonb) WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, messageId, JSON.stringify(reply)],
  );
}
