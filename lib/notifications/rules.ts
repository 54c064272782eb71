import { isAtLeast } from "@/lib/auth/rules";
import type { Actor, Role } from "@/lib/kernel/context";

const audiences: readonly Role[] = ["agent", "admin", "owner"];

/** For which audiences something must be meant that this actor is told: their own role's and those below. */
export function rolesToldOf(actor: Actor): Role[] {
  const role = actor.kind === "user" ? actor.role : "agent";
  return audiences.filter((audience) => isAtLeast(role, audience));
}
