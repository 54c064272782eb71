import { unsafePlatformSql } from "@/lib/db";
import type { Person, Visitor } from "@/lib/kernel/callers";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/ids";
import { sessionCookieNames } from "./session-cookie";
import { writeSessionToken } from "./session-token";
import { unsafeInsertSession } from "./unsafe-sessions";

/** A visitor for tests, from an address of the documentation range. */
export function testVisitor(clock: Clock = systemClock, address = "192.0.2.1"): Visitor {
  return { clock, requestId: "test", address, userAgent: "vitest" };
}

/** A signed-in user of a test: the cookie goes into a request, the person into a verb. */
export type SeededSession = { sessionId: Id; cookie: string; person: Person };

/** Signs a user in by inserting a session, in the tenant they worked in last. */
export async function seedSession(user: { userId: Id }, visitor = testVisitor()): Promise<SeededSession> {
  const { userId } = user;
  const sessionId = await unsafePlatformSql("builds a session for a test", (sql) =>
    unsafeInsertSession(sql, visitor, userId),
  );
  const token = await writeSessionToken({ sessionId, userId });
  const person = { ...visitor, userId, sessionId, isSuperAdmin: false };
  return { sessionId, cookie: `${sessionCookieNames.plain}=${token}`, person };
}
