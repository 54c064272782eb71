import { unsafePlatformSql } from "@/lib/db";
import type { Clock } from "@/lib/kernel/clock";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { hashPassword } from "./hash-password";
import { unsafeInsertUser } from "./unsafe-users";

/** A user made by the program itself: demo world and platform set-up. The password is taken as it is. */
export type UserSeed = { email: string; name: string; password: string; isSuperAdmin?: boolean };

/** Adds a user who is in no tenant yet. `conflict` when the e-mail address is taken. */
export async function createUser(caller: { clock: Clock }, seed: UserSeed): Promise<Id> {
  const { email, name, isSuperAdmin = false } = seed;
  const passwordHash = await hashPassword(seed.password);
  const userId = await unsafePlatformSql("a user stands outside all tenants", (sql) =>
    unsafeInsertUser(sql, { email, name, passwordHash, isSuperAdmin }, caller.clock.now()),
  );
  if (!userId) throw new AppError("conflict", "There is an account with this e-mail address.");
  return userId;
}
