import { createHash } from "node:crypto";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/**
 * Uses a signed nonce up for one event: the request as it came. A carrier that tries again may repeat both; the same nonce
 * over another request is somebody who kept a signature that does not cover the body. The key decides, among concurrent
 * requests too. @returns whether the nonce is this event's
 */
export function claimNonce(
  ctx: Ctx,
  { carrier, nonce, event }: { carrier: string; nonce: string; event: string },
): Promise<boolean> {
  const mark = createHash("sha256").update(event).digest("base64url");
  return withTenantSql(ctx, async (sql) => {
    const row = await sql.one<{ event: string }>(
      `INSERT INTO webhook_nonces (tenant_id, carrier, nonce, event, seen_at) VALUES ($1::uuid, $2, $3, $4, $5::timestamptz)
       ON CONFLICT (tenant_id, carrier, nonce) DO UPDATE SET event = webhook_nonces.event RETURNING event`,
      [ctx.tenantId, carrier, nonce.slice(0, 100), mark, ctx.clock.now()],
    );
    return row?.event === mark;
  });
}
