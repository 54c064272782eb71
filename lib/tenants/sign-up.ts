import { fieldRefusal, hashPassword, passwordWeakness, requirePassword } from "@/lib/auth";
import { unsafeInsertUser } from "@/lib/auth/unsafe-users";
import { unsafePlatformSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { readSwitches } from "@/lib/switches";
import { createTenant } from "./create-tenant";
import type { SignUp } from "./schema";
import { unsafeInsertTenant } from "./unsafe-insert-tenant";

const notYours = { field: "email", message: "This address cannot be used. If it is yours, sign in instead." };

/**
 * Makes a business and its owner. Somebody who has an account already and knows its password gets a further business
 * on it; anybody else with a known address learns no more than on a failed sign-in.
 */
export async function signUp(visitor: Visitor, input: SignUp): Promise<void> {
  if (!(await readSwitches()).signUp)
    throw new AppError(
      "refused",
      "Sign-up is closed here. Ask whoever runs this installation to set up your business.",
    );
  const { email, name, password } = input;
  const business = { name: input.businessName, country: input.country, timezone: input.timezone };
  const weakness = passwordWeakness(password, input);
  if (weakness) throw fieldRefusal("password", weakness);
  const passwordHash = await hashPassword(password);
  const isNew = await unsafePlatformSql("sign-up makes the user and the tenant", async (sql) => {
    const userId = await unsafeInsertUser(sql, { email, name, passwordHash }, visitor.clock.now());
    if (userId) await unsafeInsertTenant(sql, visitor, { ...business, owner: { userId, name, email } });
    return userId !== null;
  });
  if (isNew) return;
  const known = await requirePassword(visitor, { email, password }, notYours);
  await createTenant(visitor, { ...business, ownerId: known.id });
}
