import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { unsafeEndSessions } from "./unsafe-sessions";

/** Ends one of the person's own sessions at once. `not_found` for anybody else's. */
export async function endSession(person: Person, { id }: { id: Id }): Promise<void> {
  const ended = await unsafePlatformSql("a person's sessions stand outside all tenants", (sql) =>
    unsafeEndSessions(sql, person.userId, { only: id }, person.clock.now()),
  );
  if (ended === 0) throw new AppError("not_found", "There is no such session.");
}

/** Signs the person out: ends the session that asks. Ending one that has ended already is fine. */
export async function signOut(person: Person): Promise<void> {
  await unsafePlatformSql("a person's sessions stand outside all tenants", (sql) =>
    unsafeEndSessions(sql, person.userId, { only: person.sessionId }, person.clock.now()),
  );
}

/** Signs the person out everywhere, this session included; returns how many sessions ended. */
export async function endAllSessions(person: Person): Promise<{ ended: number }> {
  const ended = await unsafePlatformSql("a person's sessions stand outside all tenants", (sql) =>
    unsafeEndSessions(sql, person.userId, {}, person.clock.now()),
  );
  return { ended };
}
