import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/ids";
import { isRepeatable } from "./rules";
import { type SendOutcome, sendMessage } from "./send-message";
import { settleFailures } from "./settle-failures";

type Row = {
  conversation_id: string;
  body: string;
  channel: "sms" | "whatsapp";
  status: string;
  direction: string;
  from_address: string;
};

/**
 * Sends a failed text again, as a new message through the gate, and marks the old one as repeated. For an `unknown`
 * one the person has decided that a second copy is better than none. Throws `conflict` when it did not fail.
 */
export async function retryMessage(ctx: Ctx, input: { id: string }): Promise<SendOutcome> {
  const old = await takeForRetry(ctx, input.id);
  let repeatedAs: string | null = null;
  try {
    const outcome = await sendMessage(ctx, {
      conversationId: old.conversation_id,
      body: old.body,
      channel: old.channel,
      from: old.from_address,
      mediaIds: await copyMedia(ctx, input.id),
    });
    repeatedAs = outcome.ok ? outcome.id : null;
    return outcome;
  } finally {
    await markRepeated(ctx, { id: input.id, conversationId: old.conversation_id, repeatedAs });
  }
}

/** Claims the retry, so that two clicks send once. */
function takeForRetry(ctx: Ctx, id: string): Promise<Row> {
  return withTenantSql(ctx, async (sql) => {
    const row = isId(id)
      ? await sql.one<Row>(
          `SELECT conversation_id, body, channel, status, direction, from_address FROM messages
            WHERE tenant_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
          [ctx.tenantId, id],
        )
      : null;
    if (row?.direction !== "outbound") throw new AppError("not_found", "There is no such message.");
    if (!isRepeatable(row.status))
      throw new AppError("conflict", "This message did not fail, so there is nothing to repeat.");
    const claimed = await sql.run(
      `UPDATE messages SET extra = extra || '{"repeatedAs": "pending"}'::jsonb WHERE tenant_id = $1::uuid AND id = $2::uuid AND NOT extra ? 'repeatedAs'`,
      [ctx.tenantId, id],
    );
    if (claimed === 0) throw new AppError("conflict", "This message was already sent again.");
    return row;
  });
}

/** The files of the old message as uploads of the new one; both show the same stored bytes. */
function copyMedia(ctx: Ctx, messageId: string): Promise<string[]> {
  return withTenantSql(ctx, async (sql) => {
    const files = await sql.rows<{ position: number }>(
      `SELECT position FROM message_media WHERE tenant_id = $1::uuid AND message_id = $2::uuid AND storage_key IS NOT NULL ORDER BY position`,
      [ctx.tenantId, messageId],
    );
    const ids = files.map(() => newId());
    for (const [index, { position }] of files.entries()) {
      await sql.run(
        `INSERT INTO uploads (tenant_id, id, content_type, file_name, bytes, storage_key, created_at)
         SELECT tenant_id, $4::uuid, content_type, file_name, coalesce(bytes, 0), storage_key, $5::timestamptz
           FROM message_media WHERE tenant_id = $1::uuid AND message_id = $2::uuid AND position = $3::int`,
        [ctx.tenantId, messageId, position, ids[index], ctx.clock.now()],
      );
    }
    return ids;
  });
}

type Repeated = { id: string; conversationId: string; repeatedAs: string | null };

async function markRepeated(ctx: Ctx, { id, conversationId, repeatedAs }: Repeated): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE messages SET extra = CASE WHEN $3::text IS NULL THEN extra - 'repeatedAs' ELSE extra || jsonb_build_object('repeatedAs', $3::text) END
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, id, repeatedAs],
    );
    if (repeatedAs) await settleFailures(sql, ctx, conversationId);
  });
}
