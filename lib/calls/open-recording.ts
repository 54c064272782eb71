import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { type ByteRange, readRange, type StoredFile, storage } from "@/lib/storage";

/** A stored recording, or the asked part of it. */
export type OpenedRecording = StoredFile & { contentType: string; fileName: null; range: ByteRange | null };

/** Opens a recording for listening. `rangeHeader` as HTTP's Range. Throws `not_found`, for another tenant's too. */
export async function openRecording(
  ctx: Ctx,
  input: { id: string; rangeHeader: string | null },
): Promise<OpenedRecording> {
  const row = isId(input.id)
    ? await withTenantSql(ctx, (sql) =>
        sql.one<{ storage_key: string; content_type: string | null }>(
          "SELECT storage_key, content_type FROM recordings WHERE tenant_id = $1::uuid AND id = $2::uuid AND state = 'stored'",
          [ctx.tenantId, input.id],
        ),
      )
    : null;
  const key = row && { tenantId: ctx.tenantId, name: row.storage_key };
  const found = key && (await storage.stat(key));
  if (!row || !key || !found) throw new AppError("not_found", "There is no such recording.");
  const asked = readRange(input.rangeHeader, found.size);
  const range = asked === "unsatisfiable" ? null : asked; // a nonsensical wish gets the whole file
  const file = await storage.get(key, range ?? undefined);
  if (!file) throw new AppError("not_found", "There is no such recording.");
  return { ...file, contentType: row.content_type ?? "audio/wav", fileName: null, range };
}
