import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Paged, queryText, request } from "@/components/query/request";
import type { CallRow, CallView, PeaksView, TraceView } from "@/lib/calls/schema";
import type { NumberView } from "@/lib/numbers/schema";

/** What a list of calls is narrowed by, as the API takes it. */
export type CallsFilter = Partial<
  Record<
    "direction" | "outcome" | "numberId" | "answeredBy" | "sentiment" | "from" | "to",
    string | undefined
  >
>;

export const callsPerPage = 40;
export const callsKey = ["calls"] as const;

/** Calls under a filter, newest first, page by page. */
export function callsQuery(filter: CallsFilter) {
  return infiniteQueryOptions({
    queryKey: [...callsKey, "list", filter],
    queryFn: ({ pageParam, signal }) =>
      request<Paged<CallRow>>(
        "GET",
        `/api/v1/calls${queryText({ ...filter, cursor: pageParam, limit: callsPerPage })}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One call with everything said in it. */
export function callQuery(id: string) {
  return queryOptions({
    queryKey: [...callsKey, "call", id],
    queryFn: ({ signal }) => request<CallView>("GET", `/api/v1/calls/${id}`, { signal }),
  });
}

/** Everything that happened in a call. */
export function tracesQuery(id: string) {
  return queryOptions({
    queryKey: [...callsKey, "traces", id],
    queryFn: ({ signal }) =>
      request<{ data: TraceView[] }>("GET", `/api/v1/calls/${id}/traces`, { signal }).then(
        ({ data }) => data,
      ),
  });
}

/** How loud a recording is along its length; it never changes. */
export function peaksQuery(recordingId: string) {
  return queryOptions({
    queryKey: ["recording-peaks", recordingId],
    queryFn: ({ signal }) => request<PeaksView>("GET", `/api/v1/recordings/${recordingId}/peaks`, { signal }),
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Numbers of the business, for the filter. */
export const numbersQuery = queryOptions({
  queryKey: ["numbers"],
  queryFn: ({ signal }) =>
    request<Paged<NumberView>>("GET", "/api/v1/numbers", { signal }).then(({ data }) => data),
});
