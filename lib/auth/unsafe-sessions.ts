import type { Sql } from "@/lib/db";
import { endStreams } from "@/lib/events";
import type { Visitor } from "@/lib/kernel/callers";
import { type Id, newId } from "@/lib/kernel/ids";
import { sessionLimits } from "./rules";

/** Starts a session in the tenant that the user worked in last. Unsafe: sessions stand outside all tenants. */
export async function unsafeInsertSession(sql: Sql, visitor: Visitor, userId: Id): Promise<Id> {
  const id = newId();
  const now = visitor.clock.now();
  await sql.run(
    `INSERT INTO sessions (id, user_id, tenant_id, created_at, last_seen_at, expires_at, user_agent, address)
     VALUES ($1::uuid, $2::uuid,
             (SELECT m.tenant_id FROM members m
                LEFT JOIN LATERAL (SELECT max(s.last_seen_at) AS at FROM sessions s
                                    WHERE s.user_id = m.user_id AND s.tenant_id = m.tenant_id) used ON true
               WHERE m.user_id = $2::uuid AND m.disabled_at IS NULL
               ORDER BY used.at DESC NULLS LAST, m.created_at, m.id LIMIT 1),
             $3::timestamptz, $3::timestamptz, $4::timestamptz, $5, $6)`,
    [
      ...[id, userId, now, new Date(now.getTime() + sessionLimits.absoluteMs)],
      ...[visitor.userAgent, visitor.address],
    ],
  );
  return id;
}

/** Ends sessions of a user: one, all but one, or all, and their live streams; returns how many. Unsafe: sessions stand outside all tenants. */
export function unsafeEndSessions(
  sql: Sql,
  userId: Id,
  which: { only?: Id; except?: Id; inTenant?: Id },
  now: Date,
): Promise<number> {
  endStreams(sql, which.only ? { sessionId: which.only } : { userId });
  return sql.run(
    `UPDATE sessions SET revoked_at = $2::timestamptz
      WHERE user_id = $1::uuid AND revoked_at IS NULL
        AND ($3::uuid IS NULL OR id = $3::uuid)
        AND ($4::uuid IS NULL OR id <> $4::uuid)
        AND ($5::uuid IS NULL OR tenant_id = $5::uuid)`,
    [userId, now, which.only ?? null, which.except ?? null, which.inTenant ?? null],
  );
}
