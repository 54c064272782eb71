import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { systemClock } from "@/lib/kernel/clock";
import { AppError } from "@/lib/kernel/errors";
import { type Id, isId } from "@/lib/kernel/ids";
import { unsafeEndSessions } from "./unsafe-sessions";

const why = "a person's sessions stand outside all tenants";

/** Ends one of the person's own sessions at once. `not_found` for anybody else's. */
export async function endSession(person: Person, { id }: { id: Id }): Promise<void> {
  const ended = await unsafePlatformSql(why, (sql) =>
    unsafeEndSessions(sql, person.userId, { only: id }, person.clock.now()),
  );
  if (ended === 0) throw new AppError("not_found", "There is no such session.");
}

/** Signs the person out: ends the session that asks. Ending one that has ended already is fine. */
export async function signOut(person: Person): Promise<void> {
  await unsafePlatformSql(why, (sql) =>
    unsafeEndSessions(sql, person.userId, { only: person.sessionId }, person.clock.now()),
  );
}

/** Signs the person out everywhere, this session included; returns how many sessions ended. */
export async function endAllSessions(person: Person): Promise<{ ended: number }> {
  const ended = await unsafePlatformSql(why, (sql) =>
    unsafeEndSessions(sql, person.userId, {}, person.clock.now()),
  );
  return { ended };
}

/** Ends the session of a token that next-auth has read; for its own sign-out page. */
export async function endSessionOfToken({ sub, sid }: { sub?: string; sid?: string }): Promise<void> {
  if (!sub || !sid || !isId(sub) || !isId(sid)) return;
  await unsafePlatformSql(why, (sql) => unsafeEndSessions(sql, sub, { only: sid }, systemClock.now()));
}
