import { sendMail } from "@/lib/mail";
import { invitationUrl } from "./invitation-token";

/** Sends an invitation's link to whom it is for; whether a mail server took it. */
export function mailInvitation(invitation: {
  email: string;
  token: string;
  tenantName: string;
}): Promise<boolean> {
  return sendMail({
    to: invitation.email,
    subject: `Join ${invitation.tenantName} on Trunkline`,
    text: [
      `You have been invited to work with ${invitation.tenantName} on Trunkline.`,
      `Accept within seven days: ${invitationUrl(invitation.token)}`,
      "If you did not expect this, you need not do anything.",
    ].join("\n\n"),
  });
}
