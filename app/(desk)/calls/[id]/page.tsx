import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { callQuery, tracesQuery } from "@/components/calls/data/queries";
import { CallPageView } from "@/components/calls/page/call-view";
import { queryClient } from "@/components/query/query-client";
import { getCall, listTraces } from "@/lib/calls";
import type { Ctx } from "@/lib/kernel/context";
import { isAppError } from "@/lib/kernel/errors";

export const metadata: Metadata = { title: "Call" };

type CallPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
};

/** One call, drawn whole on the server; a call that is going on grows in the browser. */
export default async function CallPage({ params, searchParams }: CallPageProps) {
  const { ctx, tenant } = await requireViewer();
  await positionOfPage();
  const { id } = await params;
  const queries = queryClient();
  const [call, traces] = await loadCall(ctx, id);
  queries.setQueryData(callQuery(id).queryKey, call);
  queries.setQueryData(tracesQuery(id).queryKey, traces);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <CallPageView id={id} timezone={tenant.timezone} isXray={(await searchParams).view === "xray"} />
    </HydrationBoundary>
  );
}

async function loadCall(ctx: Ctx, id: string) {
  try {
    return await Promise.all([getCall(ctx, id), listTraces(ctx, id)]);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
}
