import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import type { Id } from "@/lib/kernel/ids";
import { sessionLimits } from "./rules";

/** One of a person's own sessions. */
export type SessionView = {
  id: Id;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  address: string | null;
  isThisOne: boolean;
};

/** The person's own sessions that stand, the latest used first. */
export function listSessions(person: Person): Promise<SessionView[]> {
  const now = person.clock.now();
  return unsafePlatformSql("a person's sessions stand outside all tenants", (sql) =>
    sql.rows<SessionView>(
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent", address,
              id = $2::uuid AS "isThisOne"
         FROM sessions
        WHERE user_id = $1::uuid AND revoked_at IS NULL AND expires_at > $3::timestamptz AND last_seen_at > $4::timestamptz
        ORDER BY last_seen_at DESC, id DESC LIMIT 50`,
      [person.userId, person.sessionId, now, new Date(now.getTime() - sessionLimits.idleMs)],
    ),
  );
}
