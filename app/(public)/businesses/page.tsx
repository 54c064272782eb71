import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readViewer } from "@/app/viewer";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Banner } from "@/components/ui/page/banner";
import { listMyTenants, listSuspendedTenants } from "@/lib/tenants";
import { BusinessList } from "./business-list";
import { SignOutButton } from "./sign-out-button";

export const metadata: Metadata = { title: "Your businesses" };

/** For people whose session works in no business: a new one, one they were disabled in, one that was removed. */
export default async function BusinessesPage() {
  const session = await readViewer();
  if (!session) redirect("/sign-in");
  const [tenants, suspended] = [
    await listMyTenants(session.person),
    await listSuspendedTenants(session.person),
  ];
  const isNowhere = tenants.length + suspended.length === 0;
  if (isNowhere && session.person.isSuperAdmin) redirect("/platform");
  return (
    <PublicShell
      title={titleOf(tenants.length, suspended.length)}
      lead={
        tenants.length > 0
          ? "You can switch at any time from your menu."
          : suspended.length > 0
            ? "It is closed for now. What comes in meanwhile is kept."
            : "Set one up, or ask somebody to invite you to theirs."
      }
      below={<SignOutButton email={session.user.email} />}
    >
      {suspended.map(({ id, name, reason }) => (
        <div key={id} className="mb-4">
          <Banner tone="warn" title={`${name} is suspended`}>
            {reason} Ask whoever runs this installation to open it again.
          </Banner>
        </div>
      ))}
      {tenants.length > 0 ? (
        <BusinessList tenants={tenants} />
      ) : (
        isNowhere && (
          <ButtonLink href="/sign-up" variant="primary" size="lg" wide>
            Set up a business
          </ButtonLink>
        )
      )}
    </PublicShell>
  );
}

function titleOf(open: number, suspended: number): string {
  if (open > 0) return "Where do you work today?";
  return suspended > 0 ? "Your business is suspended" : "No business yet";
}
