import { queryOptions } from "@tanstack/react-query";
import { request } from "@/components/query/request";
import type { HistoryView, NeedsView, TodayView } from "@/lib/dashboard/schema";

export const boardKey = ["dashboard"] as const;

export const historyLengths = [7, 30] as const;
export type HistoryLength = (typeof historyLengths)[number];

/** Today so far. */
export const todayQuery = queryOptions({
  queryKey: [...boardKey, "today"],
  queryFn: ({ signal }) => request<TodayView>("GET", "/api/v1/dashboard/today", { signal }),
});

/** The last days and the hours of the day. */
export function historyQuery(days: HistoryLength) {
  return queryOptions({
    queryKey: [...boardKey, "history", days],
    queryFn: ({ signal }) =>
      request<HistoryView>("GET", `/api/v1/dashboard/history?days=${days}`, { signal }),
  });
}

/** What waits for a person. */
export const needsQuery = queryOptions({
  queryKey: [...boardKey, "needs"],
  queryFn: ({ signal }) => request<NeedsView>("GET", "/api/v1/dashboard/needs", { signal }),
});
