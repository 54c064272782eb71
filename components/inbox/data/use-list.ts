"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ListFilter } from "@/lib/inbox/rules";
import type { ConversationRow } from "@/lib/inbox/schema";
import { conversationQuery, entriesQuery, listQuery } from "./queries";

/** The rows of a list as far as they are loaded, and how to load more. */
export function useList(filter: ListFilter) {
  const { data, isPending, isError, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } =
    useInfiniteQuery(listQuery(filter));
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { rows, isPending, isError, retry: refetch, hasMore: hasNextPage, loadMore };
}

/** Fetches a thread before it is opened: when the pointer is over its row, or it is the next one. */
export function usePrefetchThread() {
  const queries = useQueryClient();
  return useCallback(
    ({ id }: Pick<ConversationRow, "id">) => {
      void queries.prefetchQuery(conversationQuery(id));
      void queries.prefetchInfiniteQuery(entriesQuery(id));
    },
    [queries],
  );
}
