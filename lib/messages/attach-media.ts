import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/**
 * Hangs uploaded files on a message, in the given order. An upload belongs to the person who made it and to one
 * message; throws `not_found` for any other. @returns their content types
 */
export async function attachMedia(
  sql: Sql,
  ctx: Ctx,
  input: { messageId: string; mediaIds: readonly string[] },
): Promise<string[]> {
  if (input.mediaIds.length === 0) return [];
  const rows = await sql.rows<{ content_type: string }>(
    `WITH taken AS (DELETE FROM uploads WHERE tenant_id = $1::uuid AND id = ANY($3::uuid[])
        RETURNING id, content_type, file_name, bytes, storage_key)
     INSERT INTO message_media (tenant_id, id, message_id, position, content_type, file_name, bytes, state, storage_key, created_at)
     SELECT $1::uuid, t.id, $2::uuid, array_position($3::uuid[], t.id) - 1, t.content_type, t.file_name, t.bytes, 'stored', t.storage_key, $4::timestamptz
       FROM taken t RETURNING content_type`,
    [ctx.tenantId, input.messageId, input.mediaIds, ctx.clock.now()],
  );
  if (rows.length !== input.mediaIds.length)
    throw new AppError("not_found", "An attached file is no longer there. Attach it again.");
  return rows.map((row) => row.content_type);
}
