import type { Metadata } from "next";
import { headers } from "next/headers";
import { readViewer } from "@/app/viewer";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/action/button-link";
import { readVisitor } from "@/lib/http";
import { findInvitation, type InvitationOffer } from "@/lib/members";
import { AcceptForm } from "./accept-form";
import { JoinButton } from "./join-button";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

type InvitePageProps = { params: Promise<{ token: string }> };

export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params;
  const offer = await findInvitation(readVisitor(await headers()), token);
  if (!offer) return <ClosedInvitation />;
  const session = await readViewer();
  const isSignedIn = session?.user.email === offer.email;
  return (
    <PublicShell title={`Join ${offer.tenantName}`} lead={<Lead offer={offer} />}>
      {isSignedIn ? (
        <JoinButton token={token} tenantName={offer.tenantName} />
      ) : (
        <AcceptForm token={token} offer={offer} />
      )}
    </PublicShell>
  );
}

const roleWords = { owner: "an owner", admin: "an admin", agent: "an agent" };

function Lead({ offer }: { offer: InvitationOffer }) {
  return (
    <>
      {offer.invitedByName ?? "Somebody"} invites you as {roleWords[offer.role]}. The invitation is for{" "}
      <strong className="font-medium text-text">{offer.email}</strong>.
    </>
  );
}

function ClosedInvitation() {
  return (
    <PublicShell
      title="This invitation is closed"
      lead="It was used, taken back or has run out after seven days. Ask for a new one."
    >
      <ButtonLink href="/sign-in" size="lg" wide>
        Go to sign in
      </ButtonLink>
    </PublicShell>
  );
}
