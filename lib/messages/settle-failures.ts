import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/**
 * Takes the mark of failure from a conversation when nothing in it still needs somebody: every failed message was sent
 * again, or a later one arrived.
 */
export async function settleFailures(sql: Sql, ctx: Ctx, conversationId: string): Promise<void> {
  await sql.run(
    `UPDATE conversations c SET has_failed = false
      WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.has_failed AND NOT EXISTS (
        SELECT FROM messages f WHERE f.tenant_id = c.tenant_id AND f.conversation_id = c.id
           AND f.status IN ('failed', 'undelivered') AND NOT f.extra ? 'repeatedAs'
           AND f.created_at > coalesce((SELECT d.created_at FROM messages d WHERE d.tenant_id = c.tenant_id AND d.conversation_id = c.id
                 AND d.direction = 'outbound' AND d.status IN ('delivered', 'read') ORDER BY d.created_at DESC LIMIT 1), '-infinity'))`,
    [ctx.tenantId, conversationId],
  );
}
