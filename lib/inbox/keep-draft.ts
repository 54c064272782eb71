import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";
import { readerOf } from "./conversation-columns";

/** Keeps what this person has typed but not sent; an empty body removes it. */
export async function keepDraft(
  ctx: Ctx,
  input: { conversationId: string; channel: string; body: string },
): Promise<void> {
  const userId = readerOf(ctx);
  if (!userId) throw new AppError("refused", "Only a person has drafts.");
  if (!isId(input.conversationId)) throw new AppError("not_found", "There is no such conversation.");
  await withTenantSql(ctx, (sql) =>
    input.body.trim() === ""
      ? sql.run(
          "DELETE FROM drafts WHERE tenant_id = $1::uuid AND conversation_id = $2::uuid AND user_id = $3::uuid",
          [ctx.tenantId, input.conversationId, userId],
        )
      : sql.run(
          `INSERT INTO drafts (tenant_id, conversation_id, user_id, channel, body, updated_at)
           SELECT $1::uuid, id, $3::uuid, $4, $5, $6::timestamptz FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid
           ON CONFLICT (tenant_id, conversation_id, user_id) DO UPDATE SET channel = excluded.channel, body = excluded.body, updated_at = excluded.updated_at`,
          [
            ctx.tenantId,
            input.conversationId,
            userId,
            input.channel,
            storableText(input.body, 10_000),
            ctx.clock.now(),
          ],
        ),
  );
}
