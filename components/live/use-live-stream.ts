"use client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { use, useEffect, useEffectEvent } from "react";
import type { LiveEvent } from "@/lib/events/schema";
import { LiveContext } from "./live-context";
import type { LineState } from "./live-line";

/**
 * Calls `onEvent` with everything that happens in the tenant while the component is there; it patches or invalidates
 * queries. An event may come twice after a broken connection.
 */
export function useLiveStream(onEvent: (event: LiveEvent, queries: QueryClient) => void): void {
  const queries = useQueryClient();
  const { listen } = use(LiveContext);
  const hear = useEffectEvent((event: LiveEvent) => onEvent(event, queries));
  useEffect(() => listen((event) => hear(event)), [listen]);
}

/** Whether the page is live, for `<ConnectionBanner connection={…} />`. */
export function useLineState(): LineState {
  return use(LiveContext).state;
}
