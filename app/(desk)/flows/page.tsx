import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { FlowTable } from "@/components/flows/flow-table";
import { NewFlowButton } from "@/components/flows/new-flow-button";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { listFlows } from "@/lib/flows";

export const metadata: Metadata = { title: "Flows" };

export default async function FlowsPage() {
  const { ctx } = await requireViewerWho("flows.manage");
  const flows = await listFlows(ctx);
  return (
    <>
      <PageHead title="Flows" actions={flows.length > 0 && <NewFlowButton />} />
      <PageBody>
        <FlowTable flows={flows} />
      </PageBody>
    </>
  );
}
