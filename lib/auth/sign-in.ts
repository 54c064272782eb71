import { unsafePlatformSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import type { Id } from "@/lib/kernel/ids";
import { type Proof, provePassword } from "./prove-password";
import type { SignIn } from "./schema";
import { unsafeInsertSession } from "./unsafe-sessions";

/** What a sign-in gives: a new session, or why not. */
export type SignInOutcome = { ok: true; userId: Id; sessionId: Id } | Extract<Proof, { ok: false }>;

/** Signs somebody in by e-mail address and password: a session under a new id. */
export async function signIn(visitor: Visitor, input: SignIn): Promise<SignInOutcome> {
  const proof = await provePassword(visitor, input);
  if (!proof.ok) return proof;
  const sessionId = await unsafePlatformSql("a session belongs to a user", (sql) =>
    unsafeInsertSession(sql, visitor, proof.user.id),
  );
  return { ok: true, userId: proof.user.id, sessionId };
}
