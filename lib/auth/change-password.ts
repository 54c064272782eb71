import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { hashPassword, verifyPassword } from "./hash-password";
import { passwordWeakness } from "./password-weakness";
import type { PasswordChange } from "./schema";
import { takeAttempt } from "./throttle";
import { unsafeEndSessions } from "./unsafe-sessions";
import { unsafeFindUser } from "./unsafe-users";

/**
 * Changes the person's password after asking for the present one, and ends all their other sessions. Wrong guesses
 * count like failed sign-ins. `refused` for a wrong or a weak password, with the field at fault.
 */
export async function changePassword(person: Person, input: PasswordChange): Promise<void> {
  const user = await unsafePlatformSql("a user stands outside all tenants", (sql) =>
    unsafeFindUser(sql, person.userId),
  );
  if (!user) throw new AppError("unauthenticated");
  await requirePassword(person, user, input.currentPassword);
  const weakness = passwordWeakness(input.newPassword, user);
  if (weakness) throw refusal("newPassword", weakness);
  const passwordHash = await hashPassword(input.newPassword);
  await unsafePlatformSql("a user stands outside all tenants", async (sql) => {
    await sql.run("UPDATE users SET password_hash = $2 WHERE id = $1::uuid", [user.id, passwordHash]);
    await unsafeEndSessions(sql, user.id, { except: person.sessionId }, person.clock.now());
  });
}

async function requirePassword(person: Person, user: { email: string; passwordHash: string }, given: string) {
  const attempt = await takeAttempt(person, user.email);
  if (!attempt.ok) {
    throw new AppError("rate_limited", undefined, {
      details: { retryAfterSeconds: attempt.retryAfterSeconds },
    });
  }
  if (!(await verifyPassword(user.passwordHash, given))) {
    throw refusal("currentPassword", "This is not your present password.");
  }
  await attempt.wasRight();
}

function refusal(field: string, message: string): AppError {
  return new AppError("refused", message, { details: { errors: [{ in: "body", field, message }] } });
}
