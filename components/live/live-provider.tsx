"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { LiveContext, type LiveListener } from "./live-context";
import type { LineState } from "./live-line";
import { RecentEvents } from "./recent-events";
import { shareLine } from "./share-line";

const streamUrl = "/api/stream";
/** Parts of the page that come alive later than this frame still hear what happened meanwhile. */
const rememberedMs = 20_000;

type LiveProviderProps = {
  tenantId: string;
  /** `livePosition` of lib/events, read before the page's data: nothing that happens after it is missed. */
  position?: string | null;
  children: ReactNode;
};

/**
 * Keeps the page live: everything below may `useLiveStream`. One per page, inside the QueryClientProvider. After a gap
 * that cannot be filled all queries are invalidated, so those on screen load afresh.
 */
export function LiveProvider({ tenantId, position = null, children }: LiveProviderProps) {
  const queries = useQueryClient();
  const [state, setState] = useState<LineState>("live");
  const [listeners] = useState(() => new Set<LiveListener>());
  const [recent] = useState(() => new RecentEvents(rememberedMs));

  // The position counts for the first connection only; a page that renders again has a newer one, but no gap.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(
    () =>
      shareLine(`trunkline-live-${tenantId}`, {
        url: streamUrl,
        position,
        mayRetry: isSignedIn,
        tell: (news) => {
          if (news.kind === "state") setState(news.state);
          else if (news.kind === "reset") void queries.invalidateQueries();
          else {
            recent.add(news.event);
            for (const listener of listeners) listener(news.event);
          }
        },
      }),
    [tenantId, queries, listeners, recent],
  );

  const value = useMemo(
    () => ({
      state,
      listen: (listener: LiveListener) => {
        listeners.add(listener);
        for (const event of recent.list()) listener(event);
        return () => void listeners.delete(listener);
      },
    }),
    [state, listeners, recent],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}

/** EventSource does not say why it was refused. A session that has ended is sent to sign in, by the page itself. */
async function isSignedIn(): Promise<boolean> {
  const asking = new AbortController();
  try {
    const { status } = await fetch(streamUrl, { signal: asking.signal });
    if (status === 401) location.reload();
    return status !== 401;
  } catch {
    return true; // no network: that passes
  } finally {
    asking.abort();
  }
}
