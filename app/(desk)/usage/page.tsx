import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { queryClient } from "@/components/query/query-client";
import { UsageBoard } from "@/components/usage/usage-board";
import { usageQuery } from "@/components/usage/usage-query";
import { readUsage } from "@/lib/usage";

export const metadata: Metadata = { title: "Usage" };

/** What the business used and what it cost; for those who may see money. */
export default async function UsagePage() {
  const { ctx } = await requireViewerWho("usage.read");
  const queries = queryClient();
  queries.setQueryData(usageQuery(30).queryKey, await readUsage(ctx, { days: 30 }));
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <UsageBoard />
    </HydrationBoundary>
  );
}
