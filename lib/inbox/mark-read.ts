import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { readerOf } from "./conversation-columns";

/** Marks everything in a conversation as read by this person, or its last message as unread again. */
export async function markRead(ctx: Ctx, input: { id: string; isRead: boolean }): Promise<void> {
  const userId = readerOf(ctx);
  if (!userId) throw new AppError("refused", "Only a person can have read something.");
  if (!isId(input.id)) throw new AppError("not_found", "There is no such conversation.");
  await withTenantSql(ctx, async (sql) => {
    const touched = await sql.one<{ inserted: boolean }>(
      `INSERT INTO conversation_reads AS r (tenant_id, conversation_id, user_id, inbound_count, read_at)
       SELECT tenant_id, id, $3::uuid, greatest(inbound_count - $4::int, 0), $5::timestamptz FROM conversations
        WHERE tenant_id = $1::uuid AND id = $2::uuid
       ON CONFLICT (tenant_id, conversation_id, user_id) DO UPDATE SET inbound_count = excluded.inbound_count, read_at = excluded.read_at
       RETURNING true AS inserted`,
      [ctx.tenantId, input.id, userId, input.isRead ? 0 : 1, ctx.clock.now()],
    );
    if (!touched) throw new AppError("not_found", "There is no such conversation.");
    await emit(sql, ctx, {
      kind: "conversation.read",
      subject: { conversationId: input.id },
      data: { userId, isRead: input.isRead },
    });
  });
}
