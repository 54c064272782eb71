"use client";
import { useSyncExternalStore } from "react";
import { useDesk } from "@/components/inbox/inbox-context";

/** The zone the reader thinks in: the browser's; while the page is being hydrated the business's, as the server drew it. */
export function useReaderZone(): string {
  const { timezone } = useDesk();
  return useSyncExternalStore(neverChanges, browserZone, () => timezone);
}

function neverChanges(): () => void {
  return () => {};
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
