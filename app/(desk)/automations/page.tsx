import { Workflow } from "lucide-react";
import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { AutomationList } from "@/components/automations/list/automation-list";
import { PresetGallery } from "@/components/automations/list/preset-gallery";
import { RefreshOnRun } from "@/components/automations/runs/refresh-on-run";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { listAutomations } from "@/lib/automations";
import { presets } from "@/lib/automations/rules";

export const metadata: Metadata = { title: "Automations" };

export default async function AutomationsPage() {
  const { ctx } = await requireViewerWho("automations.manage");
  const automations = await listAutomations(ctx);
  const offered = presets.filter(({ key }) => !automations.some(({ preset }) => preset === key));
  const newRule = (
    <ButtonLink variant="primary" href="/automations/new">
      New rule
    </ButtonLink>
  );
  return (
    <>
      <PageHead title="Automations" actions={automations.length > 0 && newRule} />
      <PageBody>
        <RefreshOnRun />
        <div className="flex flex-col gap-10">
          {automations.length > 0 ? (
            <AutomationList automations={automations} />
          ) : (
            <EmptyState icon={<Workflow aria-hidden />} title="No rule yet" action={newRule}>
              A rule does what always has to be done: text back a missed call, remind of an appointment, sort
              what comes in.
            </EmptyState>
          )}
          {offered.length > 0 && <PresetGallery presets={offered} />}
        </div>
      </PageBody>
    </>
  );
}
