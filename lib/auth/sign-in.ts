import { unsafePlatformSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import type { Id } from "@/lib/kernel/ids";
import type { Outcome } from "@/lib/kernel/result";
import { verifyPassword } from "./hash-password";
import type { SignIn } from "./schema";
import { takeAttempt } from "./throttle";
import { unsafeInsertSession } from "./unsafe-sessions";
import { unsafeFindUserByEmail } from "./unsafe-users";

/** What a sign-in gives: a new session, or why not. */
export type SignInOutcome = Outcome<{ userId: Id; sessionId: Id }, "wrong_credentials"> | Throttled;

type Throttled = { ok: false; reason: "throttled"; retryAfterSeconds: number };

/**
 * Checks an e-mail address and a password and starts a session under a new id. Answers the same, and after the same
 * work, for an unknown account, a disabled one and a wrong password.
 */
export async function signIn(visitor: Visitor, input: SignIn): Promise<SignInOutcome> {
  const attempt = await takeAttempt(visitor, input.email);
  if (!attempt.ok) return { ...attempt, reason: "throttled" };
  const user = await unsafeFindUserByEmail(input.email);
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !isRight || user.disabledAt !== null) return { ok: false, reason: "wrong_credentials" };
  await attempt.wasRight();
  const sessionId = await unsafePlatformSql("a session belongs to a user", (sql) =>
    unsafeInsertSession(sql, visitor, user.id),
  );
  return { ok: true, userId: user.id, sessionId };
}
