"use client";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { CustomersFilter } from "@/components/customers/data/queries";
import { filterFrom, filterNames } from "./filter-from";

function pathOf(filter: CustomersFilter): string {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  return search.size > 0 ? `/customers?${search}` : "/customers";
}

/** The filters as the address says them, and how to change them without asking the server for the page. */
export function useCustomersFilter() {
  const search = useSearchParams();
  return useMemo(() => {
    const filter = filterFrom(search);
    const { sort: _, ...narrowing } = filter;
    return {
      filter,
      set: (change: CustomersFilter) =>
        window.history.replaceState(null, "", pathOf({ ...filter, ...change })),
      clear: () => window.history.replaceState(null, "", pathOf({ sort: filter.sort })),
      isFiltered: Object.keys(narrowing).length > 0,
    };
  }, [search]);
}
