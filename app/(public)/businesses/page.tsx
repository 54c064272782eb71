import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readViewer } from "@/app/viewer";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/action/button-link";
import { listMyTenants } from "@/lib/tenants";
import { BusinessList } from "./business-list";
import { SignOutButton } from "./sign-out-button";

export const metadata: Metadata = { title: "Your businesses" };

/** For people whose session works in no business: a new one, one they were disabled in, one that was removed. */
export default async function BusinessesPage() {
  const session = await readViewer();
  if (!session) redirect("/sign-in");
  const tenants = await listMyTenants(session.person);
  return (
    <PublicShell
      title={tenants.length > 0 ? "Where do you work today?" : "No business yet"}
      lead={
        tenants.length > 0
          ? "You can switch at any time from your menu."
          : "Set one up, or ask somebody to invite you to theirs."
      }
      below={<SignOutButton email={session.user.email} />}
    >
      {tenants.length > 0 ? (
        <BusinessList tenants={tenants} />
      ) : (
        <ButtonLink href="/sign-up" variant="primary" size="lg" wide>
          Set up a business
        </ButtonLink>
      )}
    </PublicShell>
  );
}
