import type { Sql } from "@/lib/db";
import type { NewEvent } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";

// People write in several texts; the answer waits for the next one that long.
const pauseMilliseconds = 3_000;

/** Hears of a text as it comes in and, when the conversation is left to the receptionist, has it answered. STOP and its kind are not. */
export async function hearText(sql: Sql, ctx: Ctx, { subject, data }: NewEvent): Promise<void> {
  const { conversationId, messageId } = subject;
  if (!conversationId || !messageId || data?.keyword) return;
  const left = await sql.one(
    "SELECT FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid AND assignee_kind = 'assistant'",
    [ctx.tenantId, conversationId],
  );
  if (left) await askForReply(sql, ctx, { conversationId, messageId });
}

/** Has a text answered by the receptionist, once it is clear that no second one follows; inside the running transaction. */
export async function askForReply(
  sql: Sql,
  ctx: Ctx,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  await enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "receptionist.reply",
    payload: { conversationId, messageId },
    key: `reply:${messageId}`,
    runAt: new Date(ctx.clock.now().getTime() + pauseMilliseconds),
  });
}
