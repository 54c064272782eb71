"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Entry } from "@/lib/inbox/schema";
import { joinOutbox } from "./join-outbox";
import { useOutbox } from "./outbox";
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
