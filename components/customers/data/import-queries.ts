import { queryOptions } from "@tanstack/react-query";
import { type Paged, request } from "@/components/query/request";
import type { ImportView } from "@/lib/imports/schema";

/** The newest imports with how far they are. */
export const importsQuery = queryOptions({
  queryKey: ["customer-imports"],
  queryFn: ({ signal }) =>
    request<Paged<ImportView>>("GET", "/api/v1/customer-imports", { signal }).then(({ data }) => data),
});
