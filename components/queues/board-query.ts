"use client";
import { queryOptions } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLiveStream } from "@/components/live/use-live-stream";
import { request } from "@/components/query/request";
import type { QueueBoard } from "@/lib/queues/schema";

/** News that come together are looked up together. */
const gatherMs = 200;

/** Everything about all queues at this moment. Looked up now and then too: somebody who only falls silent sends no news. */
export const boardQuery = queryOptions({
  queryKey: ["queues", "board"],
  queryFn: ({ signal }) => request<QueueBoard>("GET", "/api/v1/queues/board", { signal }),
  refetchInterval: 15_000,
});

/** Keeps the board as it is on the server. */
export function useLiveQueues(): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveStream(({ kind }, queries) => {
    if (!/^(queue|presence|call)\./.test(kind) || kind === "call.turn") return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: boardQuery.queryKey });
    }, gatherMs);
  });
}
