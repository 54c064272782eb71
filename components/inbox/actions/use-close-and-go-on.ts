"use client";
import { useCallback } from "react";
import { useActions } from "@/components/inbox/data/use-actions";
import { useList } from "@/components/inbox/data/use-list";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Closes a conversation and opens the next one of the list; on a phone, and after the last one, goes back to the list. */
export function useCloseAndGoOn() {
  const { close } = useActions();
  const go = useGoOn();
  return useCallback(
    (row: ConversationRow) => {
      go(row.id);
      void close(row);
    },
    [close, go],
  );
}

/** Opens what follows a conversation in the list, because that one leaves it. */
export function useGoOn() {
  const { filter, place, hrefOf } = useInboxRoute();
  const { rows } = useList(filter);
  return useCallback(
    (leavingId: string) => {
      if (place.tab !== "open" && place.tab !== "mine") return;
      const index = rows.findIndex(({ id }) => id === leavingId);
      const next = window.matchMedia("(width < 760px)").matches
        ? undefined
        : (rows[index + 1] ?? rows[index - 1]);
      goTo(hrefOf({ conversationId: next?.id, at: undefined }), true);
    },
    [rows, place.tab, hrefOf],
  );
}
