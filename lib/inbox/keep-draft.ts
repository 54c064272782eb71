import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";
import { readerOf } from "./conversation-columns";

/** Keeps what this person has typed but not sent; an empty body removes it. Throws `not_found` for a foreign conversation. */
export async function keepDraft(
  ctx: Ctx,
  input: { conversationId: string; channel: string; body: string },
): Promise<void> {
  const userId = readerOf(ctx);
  if (!userId) throw new AppError("refused", "Only a person has drafts.");
  if (!isId(input.conversationId)) throw new AppError("not_found", "There is no such conversation.");
  const kept = await withTenantSql(ctx, (sql) =>
    input.body.trim() === ""
      ? removeDraft(sql, ctx, input.conversationId, userId)
      : writeDraft(sql, ctx, { ...input, userId }),
  );
  if (!kept) throw new AppError("not_found", "There is no such conversation.");
}

async function removeDraft(sql: Sql, ctx: Ctx, conversationId: string, userId: string): Promise<boolean> {
  await sql.run(
    "DELETE FROM drafts WHERE tenant_id = $1::uuid AND conversation_id = $2::uuid AND user_id = $3::uuid",
    [ctx.tenantId, conversationId, userId],
  );
  const known = await sql.one(
    "SELECT 1 AS found FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, conversationId],
  );
  return known !== null;
}

async function writeDraft(
  sql: Sql,
  ctx: Ctx,
  {
    conversationId,
    userId,
    channel,
    body,
  }: { conversationId: string; userId: string; channel: string; body: string },
): Promise<boolean> {
  const written = await sql.run(
    `INSERT INTO drafts (tenant_id, conversation_id, user_id, channel, body, updated_at)
     SELECT $1::uuid, id, $3::uuid, $4, $5, $6::timestamptz FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid
     ON CONFLICT (tenant_id, conversation_id, user_id) DO UPDATE SET channel = excluded.channel, body = excluded.body, updated_at = excluded.updated_at`,
    [ctx.tenantId, conversationId, userId, channel, storableText(body, 10_000), ctx.clock.now()],
  );
  return written === 1;
}
