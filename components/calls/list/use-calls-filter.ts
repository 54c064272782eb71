"use client";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { CallsFilter } from "@/components/calls/data/queries";
import { callsPath, filterFrom } from "./calls-place";

/** The filters as the address says them, and how to change them without asking the server for the page. */
export function useCallsFilter() {
  const search = useSearchParams();
  return useMemo(() => {
    const filter = filterFrom(search);
    const set = (change: CallsFilter) =>
      window.history.replaceState(null, "", callsPath({ ...filter, ...change }));
    const clear = () => window.history.replaceState(null, "", "/calls");
    return { filter, set, clear, isFiltered: Object.keys(filter).length > 0 };
  }, [search]);
}
