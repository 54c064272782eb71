import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Paged, queryText, request } from "@/components/query/request";
import type { CustomerView } from "@/lib/customers/schema";
import type { ListFilter } from "@/lib/inbox/rules";
import type {
  ConversationRow,
  ConversationView,
  Entry,
  FirstSteps,
  InboxCounts,
  SavedReplyView,
  SavedView,
  SearchHit,
} from "@/lib/inbox/schema";

/** How many rows and entries come at a time; the server's first paint fetches the same. */
export const rowsPerPage = 30;
const rowsPerFurtherPage = 100;
export const entriesPerPage = 40;

export const inboxKey = ["inbox"] as const;
export const listsKey = [...inboxKey, "list"] as const;
export const entriesKey = (id: string) => [...inboxKey, "entries", id] as const;

/** The rows of a tab under its filters, newest first, page by page. */
export function listQuery(filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: [...listsKey, filter],
    queryFn: ({ pageParam, signal }) =>
      request<Paged<ConversationRow>>(
        "GET",
        `/api/v1/inbox${queryText({ ...filter, cursor: pageParam, limit: pageParam ? rowsPerFurtherPage : rowsPerPage })}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** A thread: the first page is the newest, each further one is older. */
export function entriesQuery(conversationId: string, through?: string) {
  return infiniteQueryOptions({
    queryKey: entriesKey(conversationId),
    queryFn: ({ pageParam, signal }) =>
      request<Paged<Entry>>(
        "GET",
        `/api/v1/conversations/${conversationId}/entries${queryText({
          cursor: pageParam,
          limit: entriesPerPage,
          through: pageParam ? null : through,
        })}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One conversation with what its thread and composer need. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: [...inboxKey, "conversation", id],
    queryFn: ({ signal }) => request<ConversationView>("GET", `/api/v1/conversations/${id}`, { signal }),
  });
}

export const countsQuery = queryOptions({
  queryKey: [...inboxKey, "counts"],
  queryFn: ({ signal }) => request<InboxCounts>("GET", "/api/v1/inbox/counts", { signal }),
});

/** The person on the other side. */
export function customerQuery(id: string) {
  return queryOptions({
    queryKey: ["customer", id],
    queryFn: ({ signal }) => request<CustomerView>("GET", `/api/v1/customers/${id}`, { signal }),
  });
}

/** All conversations with a customer, newest first. */
export function earlierQuery(customerId: string) {
  return queryOptions({
    queryKey: [...inboxKey, "earlier", customerId],
    queryFn: ({ signal }) =>
      request<Paged<ConversationRow>>("GET", `/api/v1/conversations${queryText({ customerId, limit: 8 })}`, {
        signal,
      }),
  });
}

/** Conversations whose customer or messages hold the words. */
export function searchQuery(words: string) {
  return queryOptions({
    queryKey: [...inboxKey, "search", words],
    queryFn: ({ signal }) =>
      request<{ data: SearchHit[] }>("GET", `/api/v1/inbox/search${queryText({ q: words })}`, { signal }),
    staleTime: 15_000,
  });
}

/** Saved replies, filled in for the customer of a conversation. */
export function fillRepliesQuery(conversationId: string) {
  return queryOptions({
    queryKey: ["replies", conversationId],
    queryFn: ({ signal }) =>
      request<{ data: SavedReplyView[] }>("GET", `/api/v1/conversations/${conversationId}/saved-replies`, {
        signal,
      }),
    staleTime: 15_000,
  });
}

/** Filters that were kept under a name. */
export const viewsQuery = queryOptions({
  queryKey: ["inbox-views"],
  queryFn: ({ signal }) => request<{ data: SavedView[] }>("GET", "/api/v1/inbox/views", { signal }),
  staleTime: 30_000,
});

/** What a new business has done already. */
export const firstStepsQuery = queryOptions({
  queryKey: [...inboxKey, "first-steps"],
  queryFn: ({ signal }) => request<FirstSteps>("GET", "/api/v1/inbox/first-steps", { signal }),
});
