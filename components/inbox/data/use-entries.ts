"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Entry } from "@/lib/inbox/schema";
import { joinOutbox } from "./join-outbox";
import { useOutbox } from "./outbox";
import { reachBack } from "./patch-entries";
import { entriesQuery } from "./queries";

/** A thread as far as it is loaded, oldest first, with what is just being sent at its end. */
export function useEntries(conversationId: string, userId: string, through?: string) {
  const query = useInfiniteQuery(entriesQuery(conversationId, through));
  const outbox = useOutbox();
  const entries = useMemo(() => {
    const loaded: Entry[] = query.data?.pages.toReversed().flatMap((page) => page.data) ?? [];
    return joinOutbox(
      loaded,
      outbox.filter((each) => each.conversationId === conversationId),
      userId,
    );
  }, [query.data, outbox, conversationId, userId]);

  const queries = useQueryClient();
  const isTooShort =
    query.isSuccess && through !== undefined && !entries.some(({ entry }) => entry.id === through);
  useEffect(() => {
    if (isTooShort && through) reachBack(queries, conversationId, through).catch(() => undefined);
  }, [isTooShort, through, conversationId, queries]);

  return {
    entries,
    isPending: query.isPending,
    isError: query.isError,
    retry: query.refetch,
    hasOlder: query.hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: query.fetchNextPage,
  };
}
