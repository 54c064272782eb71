import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** Whether the receptionist wrote this in a conversation that somebody took over or answered meanwhile: then it stays unsent. */
export async function isTakenOver(sql: Sql, ctx: Ctx, messageId: string): Promise<boolean> {
  const reply = await sql.one<{ conversationId: string }>(
    `SELECT conversation_id AS "conversationId" FROM messages WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'queued'
        AND extra #> '{reply,isHeldBack}' = 'true'`,
    [ctx.tenantId, messageId],
  );
  if (!reply) return false;
  // Locked by a statement of its own, so that the next one sees a take-over or an answer that was just being written.
  const conversation = await sql.one<{ assigneeKind: string }>(
    `SELECT assignee_kind AS "assigneeKind" FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid FOR SHARE`,
    [ctx.tenantId, reply.conversationId],
  );
  if (conversation?.assigneeKind !== "assistant") return true;
  const answer = await sql.one(
    `SELECT FROM messages n JOIN messages m ON m.tenant_id = n.tenant_id AND m.conversation_id = n.conversation_id
      WHERE m.tenant_id = $1::uuid AND m.id = $2::uuid AND n.direction = 'outbound' AND n.author_kind = 'member'
        AND n.created_at > m.created_at LIMIT 1`,
    [ctx.tenantId, messageId],
  );
  return answer !== null;
}
