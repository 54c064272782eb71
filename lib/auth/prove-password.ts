import type { Visitor } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import type { Outcome } from "@/lib/kernel/result";
import { verifyPassword } from "./hash-password";
import type { SignIn } from "./schema";
import { takeAttempt } from "./throttle";
import { unsafeFindUserByEmail } from "./unsafe-users";

/** The user whose password was right, or why nobody was proven. */
export type Proof =
  | Outcome<{ user: { id: Id; email: string; name: string } }, "wrong_credentials">
  | { ok: false; reason: "throttled"; retryAfterSeconds: number };

/**
 * Checks an e-mail address and a password, throttled. Answers the same, and after the same work, for an unknown
 * account, a disabled one and a wrong password.
 */
export async function provePassword(visitor: Visitor, { email, password }: SignIn): Promise<Proof> {
  const attempt = await takeAttempt(visitor, email);
  if (!attempt.ok) return { ...attempt, reason: "throttled" };
  const user = await unsafeFindUserByEmail(email);
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight || user.disabledAt !== null) return { ok: false, reason: "wrong_credentials" };
  await attempt.wasRight();
  return { ok: true, user: { id: user.id, email: user.email, name: user.name } };
}

/** {@link provePassword} for a form: throws `rate_limited`, or `refused` with the sentence at the field. */
export async function requirePassword(
  visitor: Visitor,
  credentials: SignIn,
  blame: { field: string; message: string },
): Promise<{ id: Id; email: string; name: string }> {
  const proof = await provePassword(visitor, credentials);
  if (proof.ok) return proof.user;
  if (proof.reason === "wrong_credentials") throw fieldRefusal(blame.field, blame.message);
  const { retryAfterSeconds } = proof;
  throw new AppError("rate_limited", undefined, { details: { retryAfterSeconds } });
}

/** A refusal that a form shows at one of its fields. */
export function fieldRefusal(field: string, message: string): AppError {
  return new AppError("refused", message, { details: { errors: [{ in: "body", field, message }] } });
}
