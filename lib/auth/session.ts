import type { Person } from "@/lib/kernel/callers";
import type { Ctx, Role } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";

/** The tenant that a session works in, as far as every page needs it. */
export type SessionTenant = {
  id: Id;
  slug: string;
  name: string;
  timezone: string;
  country: string;
  locale: string;
  currency: string;
  isDemo: boolean;
};

/** Whoever is signed in. `ctx`, `tenant`, `role` and `memberId` are null for a user who is in no tenant. */
export type Session = {
  person: Person;
  user: { id: Id; email: string; name: string };
  expiresAt: Date;
} & (
  | { ctx: Ctx; tenant: SessionTenant; role: Role; memberId: Id }
  | { ctx: null; tenant: null; role: null; memberId: null }
);
