import type { Person, Visitor } from "@/lib/kernel/callers";
import type { Actor, Ctx } from "@/lib/kernel/context";

/** What a request carries to prove who sends it. */
export type Proofs = { cookie: string | null; authorization: string | null };

/** Who was proven to call. `ctx` is null for somebody who is signed in but works in no tenant. */
export type Caller =
  | { by: "session"; person: Person; ctx: Ctx | null }
  | { by: "api_key"; person: null; ctx: Ctx };

/** What the pipeline needs to know about people and permissions, so that this folder need not know the product. */
export type Gate<Permission extends string> = {
  /** Null when the request carries no proof; throws `unauthenticated` when it carries one that does not hold. */
  authenticate(credentials: Proofs, visitor: Visitor): Promise<Caller | null>;
  /** Whether the permission table lets this actor do that. */
  mayDo(actor: Actor, permission: Permission): boolean;
};
