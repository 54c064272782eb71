import { hashPassword, passwordWeakness, signIn, unsafeInsertUser } from "@/lib/auth";
import { unsafePlatformSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { createTenant } from "./create-tenant";
import type { SignUp } from "./schema";
import { unsafeInsertTenant } from "./unsafe-insert-tenant";

/**
 * Makes a business and its owner. Somebody who has an account already and knows its password gets a further business
 * on it; anybody else with a known address learns no more than on a failed sign-in.
 */
export async function signUp(visitor: Visitor, input: SignUp): Promise<void> {
  const weakness = passwordWeakness(input.password, input);
  if (weakness) throw refusal("password", weakness);
  const passwordHash = await hashPassword(input.password);
  const { email, name, country, timezone, businessName } = input;
  const business = { name: businessName, country, timezone };
  const isNew = await unsafePlatformSql("sign-up makes the user and the tenant", async (sql) => {
    const userId = await unsafeInsertUser(sql, { email, name, passwordHash }, visitor.clock.now());
    if (userId) await unsafeInsertTenant(sql, visitor, { ...business, owner: { userId, name, email } });
    return userId !== null;
  });
  if (!isNew) await addToAccount(visitor, input, business);
}

async function addToAccount(
  visitor: Visitor,
  { email, password }: SignUp,
  business: { name: string; country: string; timezone: string },
): Promise<void> {
  const known = await signIn(visitor, { email, password });
  if (!known.ok) throw refusal("email", "This address cannot be used. If it is yours, sign in instead.");
  await createTenant(visitor, { ...business, ownerId: known.userId });
}

function refusal(field: string, message: string): AppError {
  return new AppError("refused", message, { details: { errors: [{ in: "body", field, message }] } });
}
