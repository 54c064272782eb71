import type { CustomersFilter } from "@/components/customers/data/queries";

export const filterNames = ["search", "tag", "country", "reach", "consent", "sort"] as const;

/** Reads the filters of the list from its address; the server refuses what it does not know. */
export function filterFrom(search: Pick<URLSearchParams, "get">): CustomersFilter {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
