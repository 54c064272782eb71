import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { hashPassword } from "./hash-password";
import { passwordWeakness } from "./password-weakness";
import { fieldRefusal, requirePassword } from "./prove-password";
import type { PasswordChange } from "./schema";
import { unsafeEndSessions } from "./unsafe-sessions";
import { unsafeFindUser } from "./unsafe-users";

const why = "a user stands outside all tenants";

/**
 * Changes the person's password after asking for the present one, and ends all their other sessions. Wrong guesses
 * count like failed sign-ins. `refused` for a wrong or a weak password, with the field at fault.
 */
export async function changePassword(person: Person, input: PasswordChange): Promise<void> {
  const user = await unsafePlatformSql(why, (sql) => unsafeFindUser(sql, person.userId));
  if (!user) throw new AppError("unauthenticated");
  const present = { email: user.email, password: input.currentPassword };
  await requirePassword(person, present, {
    field: "currentPassword",
    message: "This is not your present password.",
  });
  const weakness = passwordWeakness(input.newPassword, user);
  if (weakness) throw fieldRefusal("newPassword", weakness);
  const passwordHash = await hashPassword(input.newPassword);
  await unsafePlatformSql(why, async (sql) => {
    await sql.run("UPDATE users SET password_hash = $2 WHERE id = $1::uuid", [user.id, passwordHash]);
    await unsafeEndSessions(sql, user.id, { except: person.sessionId }, person.clock.now());
  });
}
