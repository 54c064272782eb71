import { unsafePlatformSql } from "@/lib/db";
import type { Id } from "@/lib/kernel/ids";

/** A session with its user and, where the user is an active member of an active tenant, that tenant. */
export type SessionRow = {
  sessionId: Id;
  userId: Id;
  email: string;
  userName: string;
  isSuperAdmin: boolean;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  tenantId: Id | null;
  slug: string;
  tenantName: string;
  timezone: string;
  country: string;
  locale: string;
  currency: string;
  isDemo: boolean;
  memberId: Id;
  role: string;
};

/** Loads a session by id. Unsafe: no tenant is known before it; what it returns is what proves the tenant. */
export function unsafeLoadSession(sessionId: Id): Promise<SessionRow | null> {
  return unsafePlatformSql("a session is what proves the tenant", (sql) =>
    sql.one<SessionRow>(
      `SELECT s.id AS "sessionId", u.id AS "userId", u.email, u.name AS "userName", u.is_super_admin AS "isSuperAdmin",
              s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt",
              t.id AS "tenantId", t.slug, t.name AS "tenantName", t.timezone, t.country, t.locale, t.currency,
              t.is_demo AS "isDemo", m.id AS "memberId", m.role
         FROM sessions s
         JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
         LEFT JOIN (members m JOIN tenants t ON t.id = m.tenant_id AND t.status = 'active')
           ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id AND m.disabled_at IS NULL
        WHERE s.id = $1::uuid`,
      [sessionId],
    ),
  );
}

/** Notes that a session was used, at most once per interval however many requests come at once. */
export function unsafeTouchSession(sessionId: Id, now: Date, everyMs: number): Promise<number> {
  return unsafePlatformSql("sessions belong to users, not to tenants", (sql) =>
    sql.run(
      "UPDATE sessions SET last_seen_at = $2::timestamptz WHERE id = $1::uuid AND last_seen_at < $3::timestamptz",
      [sessionId, now, new Date(now.getTime() - everyMs)],
    ),
  );
}
