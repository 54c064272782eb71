import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { callsPerPage, callsQuery, numbersQuery } from "@/components/calls/data/queries";
import { Calls } from "@/components/calls/list/calls";
import { filterFrom } from "@/components/calls/list/calls-place";
import { todayQuery } from "@/components/dashboard/data/queries";
import { TodayCalls } from "@/components/dashboard/today-calls";
import { queryClient } from "@/components/query/query-client";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { readToday } from "@/lib/dashboard";
import { listNumbers } from "@/lib/numbers";

export const metadata: Metadata = { title: "Calls" };

type CallsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The list as the address asks for it, drawn whole on the server and kept live by the browser. */
export default async function CallsPage({ searchParams }: CallsPageProps) {
  const { ctx } = await requireViewer();
  await positionOfPage();
  const search = await searchParams;
  const filter = filterFrom({ get: (name) => [search[name]].flat()[0] ?? null });
  const wanted = CallFilter.safeParse({ ...filter, limit: callsPerPage });
  const queries = queryClient();
  const [today, numbers, calls] = await Promise.all([
    readToday(ctx),
    listNumbers(ctx),
    wanted.success ? listCalls(ctx, wanted.data) : null,
  ]);
  queries.setQueryData(todayQuery.queryKey, today);
  queries.setQueryData(numbersQuery.queryKey, numbers);
  if (calls) queries.setQueryData(callsQuery(filter).queryKey, { pages: [calls], pageParams: [null] });
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <PageHead title="Calls" />
      <PageBody>
        <TodayCalls />
        <Calls timezone={today.timezone} start={<ButtonLink href="/inbox">See the first steps</ButtonLink>} />
      </PageBody>
    </HydrationBoundary>
  );
}
