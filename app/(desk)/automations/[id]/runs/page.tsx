import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { RefreshOnRun } from "@/components/automations/runs/refresh-on-run";
import { RunList } from "@/components/automations/runs/run-list";
import { SecretField } from "@/components/automations/runs/secret-field";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { Pagination } from "@/components/ui/page/pagination";
import { Card } from "@/components/ui/page/section";
import { TabLinks } from "@/components/ui/page/tab-links";
import { listRuns } from "@/lib/automations";
import { RunsQuery } from "@/lib/automations/schema";
import { openAutomation } from "../../open-automation";

export const metadata: Metadata = { title: "Log of a rule" };

type RunsPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { ctx } = await requireViewerWho("automations.manage");
  const automation = await openAutomation(ctx, (await params).id);
  const query = RunsQuery.catch(RunsQuery.parse({})).parse(await searchParams);
  const page = await listRuns(ctx, { id: automation.id, ...query });
  const here = `/automations/${automation.id}/runs`;
  const next = `${here}?show=${query.show}&cursor=${encodeURIComponent(page.nextCursor ?? "")}`;
  return (
    <>
      <PageHead
        title={automation.name}
        back={{ href: "/automations", label: "Automations" }}
        aside="Log"
        actions={<ButtonLink href={`/automations/${automation.id}`}>Change the rule</ButtonLink>}
      />
      <PageBody>
        <RefreshOnRun />
        <div className="flex flex-col gap-4">
          <p className="max-w-[80ch] text-muted">{automation.summary}</p>
          <TabLinks
            label="What is shown"
            links={[
              { href: here, label: "Everything", isCurrent: query.show === "all" },
              { href: `${here}?show=acted`, label: "Only what it did", isCurrent: query.show === "acted" },
            ]}
          />
          <Card isFlush>
            {page.data.length > 0 ? (
              <RunList runs={page.data} />
            ) : (
              <EmptyState icon={<ScrollText aria-hidden />} title="Nothing yet">
                As soon as what this rule waits for happens, it stands here: what it did, and why or why not.
              </EmptyState>
            )}
            {page.nextCursor && <Pagination nextHref={next} />}
          </Card>
          {automation.rule.steps.some((step) => step.do === "webhook") && <SecretField id={automation.id} />}
        </div>
      </PageBody>
    </>
  );
}
