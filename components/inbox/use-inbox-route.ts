"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { ListFilter } from "@/lib/inbox/rules";
import { type InboxPlace, placeFrom, placePath } from "./place";

export type InboxRoute = {
  place: InboxPlace;
  filter: ListFilter;
  /** Address of a place that differs from the present one in these points. */
  hrefOf: (change: Partial<InboxPlace>) => string;
};

/** Where in the inbox the reader is: everything stands in the address, so that it can be reloaded, shared and gone back to. */
export function useInboxRoute(): InboxRoute {
  const pathname = usePathname();
  const search = useSearchParams();
  return useMemo(() => {
    const place = placeFrom(pathname, search);
    const { tab, channel, priority, assignee, tag, unread } = place;
    return {
      place,
      filter: { tab, channel, priority, assignee, tag, unread },
      hrefOf: (change) => placePath({ ...place, ...change }),
    };
  }, [pathname, search]);
}

/** Goes there without asking the server for the page: what is needed comes through the queries. */
export function goTo(href: string, isReplacing = false) {
  if (isReplacing) window.history.replaceState(null, "", href);
  else window.history.pushState(null, "", href);
}
