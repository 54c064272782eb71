import type { Person, Visitor } from "@/lib/kernel/callers";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Caller, Gate } from "./gate";

/** What a route may ask of its caller besides a permission of the table. */
export type OpenTo = "public" | "signed_in" | "super_admin";

/** The first parameter of the verb that a route calls: a tenant's context, a person, or any visitor. */
export type CtxFor<Can extends string> = Can extends "public"
  ? Visitor
  : Can extends "signed_in" | "super_admin"
    ? Person
    : Ctx;

/** Step 2: may they. Returns the context that the verb gets. */
export function permit(
  gate: Gate<string>,
  can: string,
  caller: Caller | null,
  visitor: Visitor,
): Visitor | Person | Ctx {
  if (can === "public") return visitor;
  if (!caller) throw new AppError("unauthenticated");
  if (can === "signed_in" || can === "super_admin") return requirePerson(caller, can === "super_admin");
  if (!caller.ctx) throw new AppError("forbidden", "Choose a business first.");
  if (!gate.mayDo(caller.ctx.actor, can)) throw new AppError("forbidden");
  return caller.ctx;
}

function requirePerson(caller: Caller, mustBeSuperAdmin: boolean): Person {
  if (!caller.person) throw new AppError("forbidden", "An API key cannot do this: sign in.");
  if (mustBeSuperAdmin && !caller.person.isSuperAdmin) throw new AppError("forbidden");
  return caller.person;
}
