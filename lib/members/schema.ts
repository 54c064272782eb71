import { z } from "zod";
import { EmailAddress, NewPassword, Password, PersonName } from "@/lib/auth/schema";
import { roles } from "@/lib/kernel/context";

/** A member's role. */
export const RoleName = z.enum(roles);

/** Whom to invite, as what. */
export const NewInvitation = z.object({ email: EmailAddress, role: RoleName });
export type NewInvitation = z.output<typeof NewInvitation>;

/** What an admin may change about a member: the role, or whether they may come in at all. */
export const MemberChange = z
  .object({ role: RoleName.optional(), isDisabled: z.boolean().optional() })
  .refine(
    (change) => (change.role === undefined) !== (change.isDisabled === undefined),
    "Change one thing at a time",
  );
export type MemberChange = z.output<typeof MemberChange>;

/** What stands at the end of an invitation's link. */
export const InvitationToken = z.object({ token: z.string().max(100) });

/** Accepting an invitation: with a new account (name and a new password) or an account one has (its password). */
export const Acceptance = z.discriminatedUnion("account", [
  InvitationToken.extend({ account: z.literal("new"), name: PersonName, password: NewPassword }),
  InvitationToken.extend({ account: z.literal("mine"), password: Password }),
]);
export type Acceptance = z.output<typeof Acceptance>;
