import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { storage } from "@/lib/storage";

/** A file being read; `body` must be read or cancelled. */
export type OpenedMedia = {
  size: number;
  body: ReadableStream<Uint8Array>;
  contentType: string;
  fileName: string | null;
};

/** A stored file of a message or of an upload not yet sent. Throws `not_found` for another tenant's too. */
export async function openMedia(ctx: Ctx, input: { id: string }): Promise<OpenedMedia> {
  const row = isId(input.id)
    ? await withTenantSql(ctx, (sql) =>
        sql.one<{ content_type: string; file_name: string | null; storage_key: string }>(
          `SELECT content_type, file_name, storage_key FROM message_media WHERE tenant_id = $1::uuid AND id = $2::uuid AND state = 'stored'
           UNION ALL SELECT content_type, file_name, storage_key FROM uploads WHERE tenant_id = $1::uuid AND id = $2::uuid LIMIT 1`,
          [ctx.tenantId, input.id],
        ),
      )
    : null;
  const file = row && (await storage.get({ tenantId: ctx.tenantId, name: row.storage_key }));
  if (!row || !file) throw new AppError("not_found", "There is no such file.");
  return { ...file, contentType: row.content_type, fileName: row.file_name };
}
