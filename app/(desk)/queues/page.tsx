import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { queryClient } from "@/components/query/query-client";
import { QueueBoard } from "@/components/queues/queue-board";
import { mayDo } from "@/lib/auth";
import { readBoard } from "@/lib/queues";

export const metadata: Metadata = { title: "Queues" };

export default async function QueuesPage() {
  const { ctx } = await requireViewer();
  await positionOfPage();
  const queries = queryClient();
  queries.setQueryData(["queues", "board"], await readBoard(ctx));
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <QueueBoard mayManage={mayDo(ctx.actor, "flows.manage")} />
    </HydrationBoundary>
  );
}
