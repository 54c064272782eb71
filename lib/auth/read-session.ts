import type { Visitor } from "@/lib/kernel/callers";
import { roles } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { isSessionAlive, lastSeenEveryMs } from "./rules";
import type { Session } from "./session";
import { readSessionCookie } from "./session-cookie";
import { readSessionToken } from "./session-token";
import { type SessionRow, unsafeLoadSession, unsafeTouchSession } from "./unsafe-load-session";

/**
 * Who is signed in, by the request's Cookie header; null for nobody. Asks the database every time, so that a
 * revoked session, a disabled member and a changed role take effect with the next request.
 */
export async function readSession(visitor: Visitor, cookieHeader: string | null): Promise<Session | null> {
  const token = readSessionCookie(cookieHeader);
  const sessionId = token && (await readSessionToken(token));
  if (!sessionId) return null;
  const row = await unsafeLoadSession(sessionId);
  const now = visitor.clock.now();
  if (!row || !isSessionAlive(row, now)) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= lastSeenEveryMs) {
    await unsafeTouchSession(sessionId, now, lastSeenEveryMs);
  }
  return toSession(visitor, row);
}

function toSession(visitor: Visitor, row: SessionRow): Session {
  const { sessionId, userId, email, userName: name, isSuperAdmin, expiresAt } = row;
  const person = { ...visitor, userId, sessionId, isSuperAdmin };
  const user = { id: userId, email, name };
  const role = roles.find((known) => known === row.role);
  if (row.tenantId === null || role === undefined) {
    return { person, user, expiresAt, ctx: null, tenant: null, role: null, memberId: null };
  }
  // The first of the three gates: the row proves that this user is a member of this tenant.
  const tenantId = unsafeTenantId(row.tenantId);
  const { clock, requestId } = visitor;
  const ctx = { tenantId, actor: { kind: "user", userId, role } as const, clock, requestId };
  const { slug, tenantName, timezone, country, locale, currency, isDemo, memberId } = row;
  const tenant = { id: tenantId, slug, name: tenantName, timezone, country, locale, currency, isDemo };
  return { person, user, expiresAt, ctx, tenant, role, memberId };
}
