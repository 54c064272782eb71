import { createHmac } from "node:crypto";
import { isSameSecret } from "@/lib/crypto";
import { withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";
import { type OpenedMedia, openMedia } from "./open-media";
import type { MediaLink } from "./schema";

const lifeSeconds = 4 * 60 * 60; // longer than a carrier queues a text with media

/** Public links to a message's files for the carrier, which cannot sign in; each dies after four hours. */
export async function mediaLinks(ctx: Ctx, messageId: string): Promise<string[]> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<{ id: string }>(
      "SELECT id FROM message_media WHERE tenant_id = $1::uuid AND message_id = $2::uuid AND state = 'stored' ORDER BY position",
      [ctx.tenantId, messageId],
    ),
  );
  const expires = Math.floor(ctx.clock.now().getTime() / 1000) + lifeSeconds;
  return rows.map(
    ({ id }) =>
      `${env.publicUrl}/api/media/${ctx.tenantId}/${id}/${expires}/${sign(ctx.tenantId, id, expires)}`,
  );
}

/** Opens the file behind a public link. Throws `not_found` for a link that is forged or dead. */
export async function openLinkedMedia(link: MediaLink, clock: Clock = systemClock): Promise<OpenedMedia> {
  if (!isAlive(link, clock)) throw new AppError("not_found", "This link has expired.");
  const ctx: Ctx = {
    tenantId: unsafeTenantId(link.tenantId), // our own signature names it
    actor: { kind: "system", why: "carrier fetches a file" },
    clock,
    requestId: newId(),
  };
  return openMedia(ctx, { id: link.mediaId });
}

function isAlive(link: MediaLink, clock: Clock): boolean {
  const expires = Number(link.expires);
  if (!Number.isInteger(expires) || expires * 1000 < clock.now().getTime()) return false;
  return isSameSecret(link.signature, sign(link.tenantId, link.mediaId, expires));
}

function sign(tenantId: string, mediaId: string, expires: number): string {
  return createHmac("sha256", env.nextAuthSecret)
    .update(`media|${tenantId}|${mediaId}|${expires}`)
    .digest("base64url");
}
