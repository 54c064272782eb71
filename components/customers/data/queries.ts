import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Paged, queryText, request } from "@/components/query/request";
import type { ConsentView } from "@/lib/consent/schema";
import type {
  CustomerFacets,
  CustomerFieldView,
  CustomerNoteView,
  CustomerView,
} from "@/lib/customers/schema";
import type { Entry } from "@/lib/inbox/schema";
import type { MergeView } from "@/lib/persons/schema";

/** What the list is narrowed and ordered by, as the API takes it. */
export type CustomersFilter = Partial<
  Record<"search" | "tag" | "country" | "reach" | "consent" | "sort", string | undefined>
>;

export const customersPerPage = 40;
export const customersKey = ["customers"] as const;
const entriesPerPage = 40;

/** Customers under a filter, page by page. */
export function customersQuery(filter: CustomersFilter) {
  return infiniteQueryOptions({
    queryKey: [...customersKey, "list", filter],
    queryFn: ({ pageParam, signal }) =>
      request<Paged<CustomerView>>(
        "GET",
        `/api/v1/customers${queryText({ ...filter, cursor: pageParam, limit: customersPerPage })}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** How many fit, and what there is to choose from. */
export function facetsQuery(filter: CustomersFilter) {
  return queryOptions({
    queryKey: [...customersKey, "facets", filter],
    queryFn: ({ signal }) =>
      request<CustomerFacets>("GET", `/api/v1/customers/facets${queryText(filter)}`, { signal }),
  });
}

/** The fields of the business's own. */
export const fieldsQuery = queryOptions({
  queryKey: ["customer-fields"],
  queryFn: ({ signal }) =>
    request<Paged<CustomerFieldView>>("GET", "/api/v1/customer-fields", { signal }).then(({ data }) => data),
});

/** Everything that hangs on one customer. */
export const aboutKey = (id: string) => [...customersKey, "about", id] as const;

export function mergesQuery(id: string) {
  return queryOptions({
    queryKey: [...aboutKey(id), "merges"],
    queryFn: ({ signal }) =>
      request<{ data: MergeView[] }>("GET", `/api/v1/customers/${id}/merges`, { signal }),
  });
}

/** What colleagues wrote about a customer. */
export function notesQuery(id: string) {
  return queryOptions({
    queryKey: [...aboutKey(id), "notes"],
    queryFn: ({ signal }) =>
      request<Paged<CustomerNoteView>>("GET", `/api/v1/customers/${id}/notes`, { signal }).then(
        ({ data }) => data,
      ),
  });
}

export function consentQuery(id: string) {
  return queryOptions({
    queryKey: [...aboutKey(id), "consent"],
    queryFn: ({ signal }) =>
      request<Paged<ConsentView>>("GET", `/api/v1/customers/${id}/consent`, { signal }).then(
        ({ data }) => data,
      ),
  });
}

/** Everything said with a customer; the first page is the newest. */
export function customerEntriesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: [...aboutKey(id), "entries"],
    queryFn: ({ pageParam, signal }) =>
      request<Paged<Entry>>(
        "GET",
        `/api/v1/customers/${id}/entries${queryText({ cursor: pageParam, limit: entriesPerPage })}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
