"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Refused } from "@/components/query/request";
import type { ConversationRow, ConversationView } from "@/lib/inbox/schema";
import { findRow } from "./patch-lists";
import { conversationQuery } from "./queries";

type Known = {
  /** What the list knows already; there before the rest. */
  row: ConversationRow | undefined;
  view: ConversationView | undefined;
  isMissing: boolean;
  isError: boolean;
  retry: () => unknown;
};

/** A conversation: at once what the list knows of it, then everything. */
export function useConversation(id: string): Known {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    ...conversationQuery(id),
    retry: (count, failure) => count < 2 && !(failure instanceof Refused && failure.status < 500),
  });
  const isMissing = error instanceof Refused && (error.status === 404 || error.status === 400);
  return {
    row: data ?? findRow(queries, id),
    view: data,
    isMissing,
    isError: error !== null && !isMissing && data === undefined,
    retry: refetch,
  };
}
