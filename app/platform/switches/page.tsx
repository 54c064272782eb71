import type { Metadata } from "next";
import { requireSuperAdmin } from "@/app/viewer";
import { SwitchList } from "@/components/platform/switch-list";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import { allCarriers } from "@/lib/carriers";
import { env } from "@/lib/env";
import { readSwitches } from "@/lib/switches";

export const metadata: Metadata = { title: "Switches" };

/** What this installation offers, to be switched off and on. */
export default async function SwitchesPage() {
  await requireSuperAdmin();
  const carriers = allCarriers()
    .filter(({ texting }) => texting)
    .map(({ description: { name, label } }) => ({
      ...{ name, label, isPossible: env.carriers[name]?.mayText !== false },
    }));
  return (
    <>
      <PageHead title="Switches" />
      <SectionColumn>
        <SwitchList
          switches={await readSwitches()}
          carriers={carriers}
          hasModel={env.openai.apiKey !== undefined}
        />
      </SectionColumn>
    </>
  );
}
