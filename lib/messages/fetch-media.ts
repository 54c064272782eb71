import { carrier, type Media } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { storage } from "@/lib/storage";
import { mediaKey } from "./media-key";

type Waiting = {
  source_url: string;
  message_id: string;
  conversation_id: string;
  customer_id: string;
  carrier: string;
  connection_id: string | null;
  number_id: string | null;
};

/**
 * Fetches an inbound picture or file from the carrier with our credentials and keeps our own copy. Throws
 * `unavailable` while the carrier does not have it ready, so that the job tries again.
 */
export async function fetchMedia(ctx: Ctx, input: { mediaId: string }): Promise<void> {
  const waiting = await readWaiting(ctx, input.mediaId);
  if (!waiting) return;
  const media = await download(ctx, waiting);
  if (!media.ok && media.reason === "unavailable")
    throw new AppError("unavailable", "The carrier does not have this file ready yet.");
  if (media.ok) await storage.put(mediaKey(ctx, input.mediaId), media.bytes);
  await keep(ctx, input.mediaId, waiting, media);
}

/** Marks media that could not be fetched in all attempts. */
export async function giveUpMedia(ctx: Ctx, input: { mediaId: string }): Promise<void> {
  const waiting = await readWaiting(ctx, input.mediaId);
  if (waiting) await keep(ctx, input.mediaId, waiting, { ok: false, reason: "unavailable" });
}

function readWaiting(ctx: Ctx, mediaId: string): Promise<Waiting | null> {
  return withTenantSql(ctx, (sql) =>
    sql.one<Waiting>(
      `SELECT f.source_url, f.message_id, m.conversation_id, m.customer_id, m.carrier, m.connection_id, m.number_id
         FROM message_media f JOIN messages m ON m.tenant_id = f.tenant_id AND m.id = f.message_id
        WHERE f.tenant_id = $1::uuid AND f.id = $2::uuid AND f.state = 'waiting'`,
      [ctx.tenantId, mediaId],
    ),
  );
}

async function download(ctx: Ctx, waiting: Waiting): Promise<Media> {
  const opened = await openConnection(ctx, {
    ...{
      carrier: waiting.carrier,
      connectionId: waiting.connection_id,
      isOfNumber: waiting.number_id !== null,
    },
  });
  const texting = opened && carrier(opened.carrier).texting;
  return texting
    ? texting.fetchMedia(opened.connection, waiting.source_url)
    : { ok: false, reason: "not_found" };
}

async function keep(ctx: Ctx, mediaId: string, waiting: Waiting, media: Media): Promise<void> {
  const state = media.ok
    ? "stored"
    : media.reason === "unavailable" || media.reason === "not_found"
      ? "failed"
      : "refused";
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE message_media SET state = $3, reason = $4, storage_key = $5, content_type = coalesce($6, content_type), bytes = $7::int
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [
        ctx.tenantId,
        mediaId,
        state,
        media.ok ? null : media.reason,
        media.ok ? mediaKey(ctx, mediaId).name : null,
        media.ok ? media.contentType : null,
        media.ok ? media.bytes.byteLength : null,
      ],
    );
    await emit(sql, ctx, {
      kind: "message.media",
      subject: {
        conversationId: waiting.conversation_id,
        customerId: waiting.customer_id,
        messageId: waiting.message_id,
      },
      data: { state },
    });
  });
}
