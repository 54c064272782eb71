import { unsafePlatformSql } from "@/lib/db";
import type { Id } from "@/lib/kernel/ids";
import { isSessionAlive } from "./rules";

/** A session that watches a tenant's live stream. */
export type Watch = { sessionId: Id; tenantId: Id };

type Row = { sessionId: Id; tenantId: Id; lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null };

/** The ids of those sessions that ended, or no longer work in that tenant. Unsafe: sessions stand outside all tenants. */
export async function unsafeFindEnded(watches: readonly Watch[], now: Date): Promise<Set<Id>> {
  const rows = await unsafePlatformSql("sessions stand outside all tenants", (sql) =>
    sql.rows<Row>(
      `SELECT s.id AS "sessionId", s.tenant_id AS "tenantId", s.last_seen_at AS "lastSeenAt",
              s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt"
         FROM sessions s
         JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
         JOIN members m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id AND m.disabled_at IS NULL
         JOIN tenants t ON t.id = s.tenant_id AND t.status = 'active'
        WHERE s.id = ANY ($1::uuid[])`,
      [[...new Set(watches.map(({ sessionId }) => sessionId))]],
    ),
  );
  const tenantOf = new Map(
    rows.filter((row) => isSessionAlive(row, now)).map(({ sessionId, tenantId }) => [sessionId, tenantId]),
  );
  const ended = watches.filter(({ sessionId, tenantId }) => tenantOf.get(sessionId) !== tenantId);
  return new Set(ended.map(({ sessionId }) => sessionId));
}
