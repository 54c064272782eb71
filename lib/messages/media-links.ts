import { createHmac } from "node:crypto";
import { isSameSecret } from "@/lib/crypto";
import { withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Clock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";

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

/** Whether a public link was made by us and is still alive. */
export function isMediaLinkValid(
  clock: Clock,
  link: { tenantId: string; mediaId: string; expires: string; signature: string },
): boolean {
  const expires = Number(link.expires);
  if (!Number.isInteger(expires) || expires * 1000 < clock.now().getTime()) return false;
  return isSameSecret(link.signature, sign(link.tenantId, link.mediaId, expires));
}

function sign(tenantId: string, mediaId: string, expires: number): string {
  return createHmac("sha256", env.nextAuthSecret)
    .update(`media|${tenantId}|${mediaId}|${expires}`)
    .digest("base64url");
}
