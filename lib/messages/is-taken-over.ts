import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/**
 * Whether the receptionist wrote this in a conversation that somebody took over or answered meanwhile: then it stays unsent. The
 * lock lets a take-over that is just being written finish first.
 */
export async function isTakenOver(sql: Sql, ctx: Ctx, messageId: string): Promise<boolean> {
  const row = await sql.one<{ isHeld: boolean }>(
    `SELECT c.assignee_kind <> 'assistant' OR EXISTS (SELECT FROM messages n WHERE n.tenant_id = m.tenant_id
         AND n.conversation_id = m.conversation_id AND n.direction = 'outbound' AND n.author_kind = 'member'
         AND n.created_at > m.created_at) AS "isHeld"
       FROM messages m
       JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
      WHERE m.tenant_id = $1::uuid AND m.id = $2::uuid AND m.status = 'queued' AND m.extra #> '{reply,isHeldBack}' = 'true'
        FOR SHARE OF c`,
    [ctx.tenantId, messageId],
  );
  return row?.isHeld ?? false;
}
