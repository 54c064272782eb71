import type { Metadata } from "next";
import { requireViewer } from "@/app/viewer";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { listSessions } from "@/lib/auth";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { SessionsList } from "./sessions-list";
import { SignOutEverywhere } from "./sign-out-everywhere";

export const metadata: Metadata = { title: "Profile and security" };

export default async function ProfilePage() {
  const { person, user } = await requireViewer();
  const sessions = await listSessions(person);
  return (
    <>
      <PageHead title="Profile and security" />
      <SectionColumn>
        <Section
          title="You"
          description="Your name stands beside what you write and do, in every business you work in."
        >
          <ProfileForm name={user.name} email={user.email} />
        </Section>
        <Section title="Password" description="Changing it signs you out on every other device.">
          <PasswordForm email={user.email} />
        </Section>
        <Section
          title="Where you are signed in"
          description="A session ends 30 days after sign-in, or after 14 days without use."
          actions={<SignOutEverywhere />}
        >
          <SessionsList sessions={sessions} />
        </Section>
      </SectionColumn>
    </>
  );
}
