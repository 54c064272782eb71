import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { storage } from "@/lib/storage";
import { mediaKey } from "./media-key";

const largest = 5 * 1024 * 1024;
// What Twilio delivers as MMS and WhatsApp shows.
const sendable =
  /^(image\/(jpeg|png|gif|webp)|audio\/(mpeg|ogg|amr|mp4)|video\/(mp4|3gpp)|application\/pdf|text\/(vcard|x-vcard|calendar))$/;

/** Takes a file from the composer; it waits for the message that carries it. */
export async function uploadMedia(
  ctx: Ctx,
  input: { bytes: Uint8Array; contentType: string; fileName: string | null },
): Promise<{ id: string; contentType: string; bytes: number }> {
  const contentType = input.contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!sendable.test(contentType))
    throw new AppError(
      "invalid_input",
      "This kind of file cannot be sent as a text. Use a picture, audio, video or PDF.",
    );
  if (input.bytes.byteLength > largest)
    throw new AppError("too_large", "A file in a text may be at most 5 MB.");
  const id = newId();
  const key = mediaKey(ctx, id);
  await storage.put(key, input.bytes);
  await withTenantSql(ctx, (sql) =>
    sql.run(
      `INSERT INTO uploads (tenant_id, id, content_type, file_name, bytes, storage_key, created_at)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5::int, $6, $7::timestamptz)`,
      [
        ctx.tenantId,
        id,
        contentType,
        input.fileName?.slice(0, 200) ?? null,
        input.bytes.byteLength,
        key.name,
        ctx.clock.now(),
      ],
    ),
  );
  return { id, contentType, bytes: input.bytes.byteLength };
}
