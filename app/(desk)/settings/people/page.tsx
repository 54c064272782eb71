import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { mayDo } from "@/lib/auth";
import { listInvitations, listMembers } from "@/lib/members";
import { InvitationsTable } from "./invitations-table";
import { InviteButton } from "./invite-button";
import { MembersTable } from "./members-table";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const { ctx, role, memberId } = await requireViewerWho("members.read");
  const mayManage = mayDo(ctx.actor, "members.manage");
  const members = await listMembers(ctx);
  const invitations = mayManage ? await listInvitations(ctx) : [];
  return (
    <>
      <PageHead title="People" actions={mayManage && <InviteButton ownRole={role} />} />
      <SectionColumn>
        <Section
          title="Members"
          description="Everybody here sees the inbox. Admins also change settings, owners everything."
        >
          <MembersTable members={members} ownId={memberId} ownRole={role} mayManage={mayManage} />
        </Section>
        {invitations.length > 0 && (
          <Section
            title="Invited"
            description="They have not accepted yet. A link works once, for seven days."
          >
            <InvitationsTable invitations={invitations} />
          </Section>
        )}
      </SectionColumn>
    </>
  );
}
