import { isAtLeast } from "@/lib/auth/rules";
import type { Actor, Role } from "@/lib/kernel/context";
import type { MemberChange } from "./schema";

const day = 24 * 60 * 60 * 1000;

/** An invitation can be accepted for a week. */
export const invitationLifeMs = 7 * day;

/** Why a change to a member is refused. */
export type MemberRefusal = "above_you" | "yourself" | "last_owner";

/** Each refusal in words. */
export const memberRefusals: Record<MemberRefusal, string> = {
  above_you: "Only an owner can do this.",
  yourself: "You cannot do this to yourself. Ask another owner or admin.",
  last_owner: "A business needs at least one owner. Make somebody else an owner first.",
};

/** What the decision about a change to a member rests on. */
export type MemberFacts = { userId: string; role: Role; isDisabled: boolean; otherActiveOwners: number };

/** Decides whether an actor may change a member so. Nobody gives or takes what is above their own role. */
export function judgeMemberChange(
  actor: Actor,
  member: MemberFacts,
  change: MemberChange,
): MemberRefusal | null {
  const own = roleOf(actor);
  if (own === null || !isAtLeast(own, member.role)) return "above_you";
  if (change.role && !isAtLeast(own, change.role)) return "above_you";
  const losesOwner =
    member.role === "owner" && !member.isDisabled && (change.isDisabled || isLess(change.role));
  if (losesOwner && member.otherActiveOwners === 0) return "last_owner";
  if (change.isDisabled && actor.kind === "user" && actor.userId === member.userId) return "yourself";
  return null;
}

/** Whether an actor may invite somebody as this: nobody gives more than they have. */
export function mayGive(actor: Actor, role: Role): boolean {
  const own = roleOf(actor);
  return own !== null && isAtLeast(own, role);
}

function isLess(role: Role | undefined): boolean {
  return role !== undefined && role !== "owner";
}

/** The program itself (demo world, platform) acts as an owner; carriers, keys and the assistant as nobody. */
function roleOf(actor: Actor): Role | null {
  if (actor.kind === "user") return actor.role;
  return actor.kind === "system" ? "owner" : null;
}
