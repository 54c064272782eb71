import { unsafePlatformSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import type { Role } from "@/lib/kernel/context";
import { unsafeFindInvitation } from "./unsafe-invitations";

/** What the holder of an invitation's link may know before accepting. */
export type InvitationOffer = {
  tenantName: string;
  email: string;
  role: Role;
  invitedByName: string | null;
  hasAccount: boolean;
};

/** The open invitation behind a link; null for one that is unknown, used, revoked or expired, without saying which. */
export function findInvitation(visitor: Visitor, token: string): Promise<InvitationOffer | null> {
  return unsafePlatformSql("an invitation is opened by somebody who is no member yet", async (sql) => {
    const found = await unsafeFindInvitation(sql, token, visitor.clock.now());
    if (!found) return null;
    const { tenantName, email, role, invitedByName, userId } = found;
    return { tenantName, email, role, invitedByName, hasAccount: userId !== null };
  });
}
