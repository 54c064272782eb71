import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { Dashboard } from "@/components/dashboard/dashboard";
import { historyLengths, historyQuery, needsQuery, todayQuery } from "@/components/dashboard/data/queries";
import { firstStepsQuery } from "@/components/inbox/data/queries";
import { queryClient } from "@/components/query/query-client";
import { listNeeds, readHistory, readToday } from "@/lib/dashboard";
import { firstSteps } from "@/lib/inbox";

export const metadata: Metadata = { title: "Dashboard" };

/** The first page of a business. Figures come with the page; the browser keeps them current. */
export default async function DashboardPage() {
  const { ctx } = await requireViewer();
  await positionOfPage();
  const queries = queryClient();
  await Promise.all([
    readToday(ctx).then((today) => queries.setQueryData(todayQuery.queryKey, today)),
    listNeeds(ctx).then((needs) => queries.setQueryData(needsQuery.queryKey, needs)),
    firstSteps(ctx).then((steps) => queries.setQueryData(firstStepsQuery.queryKey, steps)),
    ...historyLengths.map((days) =>
      readHistory(ctx, { days }).then((history) =>
        queries.setQueryData(historyQuery(days).queryKey, history),
      ),
    ),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <Dashboard />
    </HydrationBoundary>
  );
}
