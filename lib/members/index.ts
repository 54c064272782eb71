export { acceptInvitation, joinByInvitation } from "./accept-invitation";
export { addMember } from "./add-member";
export { changeMember } from "./change-member";
export { findInvitation, type InvitationOffer } from "./find-invitation";
export { type InvitationLink, inviteMember } from "./invite-member";
export { type InvitationView, listInvitations, listMembers, type MemberView } from "./list-people";
export { resendInvitation } from "./resend-invitation";
export { revokeInvitation } from "./revoke-invitation";
