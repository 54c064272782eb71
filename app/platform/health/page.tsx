import type { Metadata } from "next";
import { requireSuperAdmin } from "@/app/viewer";
import { HealthBoard } from "@/components/platform/health-board";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { readHealth } from "@/lib/platform";

export const metadata: Metadata = { title: "Health" };

/** How the installation is doing right now. */
export default async function HealthPage() {
  const { person } = await requireSuperAdmin();
  const health = await readHealth(person);
  return (
    <>
      <PageHead title="Health" />
      <PageBody>
        <HealthBoard health={health} now={person.clock.now()} />
      </PageBody>
    </>
  );
}
