import { queryOptions } from "@tanstack/react-query";
import { request } from "@/components/query/request";
import type { UsageView } from "@/lib/usage/schema";

export const usageLengths = [7, 30, 90] as const;
export type UsageLength = (typeof usageLengths)[number];

/** What was used in the last days. */
export function usageQuery(days: UsageLength) {
  return queryOptions({
    queryKey: ["usage", days],
    queryFn: ({ signal }) => request<UsageView>("GET", `/api/v1/usage?days=${days}`, { signal }),
    placeholderData: (before) => before,
  });
}
