import type { Metadata } from "next";
import { requireSuperAdmin } from "@/app/viewer";
import { AccountSection } from "@/components/platform/account-section";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import { listPlatformAccounts } from "@/lib/connections";

export const metadata: Metadata = { title: "Carrier accounts" };

/** The accounts that serve every business without one of its own. */
export default async function AccountsPage() {
  const { person } = await requireSuperAdmin();
  const accounts = await listPlatformAccounts(person);
  return (
    <>
      <PageHead title="Carrier accounts" />
      <SectionColumn>
        {accounts.map((account) => (
          <AccountSection key={account.carrier} account={account} />
        ))}
      </SectionColumn>
    </>
  );
}
