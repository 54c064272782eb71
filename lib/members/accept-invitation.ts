import { fieldRefusal, hashPassword, passwordWeakness, requirePassword } from "@/lib/auth";
import { unsafeFindUser, unsafeInsertUser } from "@/lib/auth/unsafe-users";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import type { Person, Visitor } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import type { Acceptance } from "./schema";
import { type OpenInvitation, unsafeAcceptInvitation, unsafeFindInvitation } from "./unsafe-invitations";

const why = "an invitation is accepted by somebody who is no member yet";

/**
 * Accepts an invitation by its link, with a new account or with the password of the one its address has. Returns the
 * e-mail address to sign in with. `not_found` for a link that is no longer open.
 */
export async function acceptInvitation(visitor: Visitor, acceptance: Acceptance): Promise<{ email: string }> {
  const invitation = await unsafePlatformSql(why, (sql) => requireOpen(sql, visitor, acceptance.token));
  const { email } = invitation;
  const findUser =
    acceptance.account === "new"
      ? await prepareAccount(visitor, email, acceptance)
      : await proveAccount(visitor, email, acceptance.password);
  await unsafePlatformSql(why, async (sql) => {
    await unsafeAcceptInvitation(sql, visitor, invitation, await findUser(sql));
  });
  return { email };
}

/** Accepts an invitation as somebody who is signed in under the invited address, and goes on in that business. */
export function joinByInvitation(person: Person, { token }: { token: string }): Promise<{ email: string }> {
  return unsafePlatformSql(why, async (sql) => {
    const invitation = await requireOpen(sql, person, token);
    const user = await unsafeFindUser(sql, person.userId);
    if (user?.email !== invitation.email) {
      throw new AppError(
        "forbidden",
        `This invitation is for ${invitation.email}. Sign in with that address.`,
      );
    }
    await unsafeAcceptInvitation(sql, person, invitation, user);
    await sql.run("UPDATE sessions SET tenant_id = $2::uuid WHERE id = $1::uuid", [
      person.sessionId,
      invitation.tenantId,
    ]);
    return { email: user.email };
  });
}

async function requireOpen(sql: Sql, visitor: Visitor, token: string): Promise<OpenInvitation> {
  const invitation = await unsafeFindInvitation(sql, token, visitor.clock.now());
  if (!invitation) throw new AppError("not_found", "This invitation is no longer open.");
  return invitation;
}

type UserFinder = (sql: Sql) => Promise<{ id: Id; name: string }>;

async function prepareAccount(
  visitor: Visitor,
  email: string,
  { name, password }: { name: string; password: string },
): Promise<UserFinder> {
  const weakness = passwordWeakness(password, { email, name });
  if (weakness) throw fieldRefusal("password", weakness);
  const passwordHash = await hashPassword(password);
  return async (sql) => {
    const id = await unsafeInsertUser(sql, { email, name, passwordHash }, visitor.clock.now());
    if (!id)
      throw new AppError("conflict", "There is an account with this address by now. Use its password.");
    return { id, name };
  };
}

async function proveAccount(visitor: Visitor, email: string, password: string): Promise<UserFinder> {
  const blame = { field: "password", message: "This is not the password of your account." };
  const user = await requirePassword(visitor, { email, password }, blame);
  return async () => user;
}
