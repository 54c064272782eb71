"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useDesk } from "@/components/inbox/inbox-context";
import { request } from "@/components/query/request";
import type { ConversationRow } from "@/lib/inbox/schema";
import { patchRow } from "./patch-lists";

// Marked unread by hand: stays so until it is opened again.
const keptUnread = new Set<string>();

/** Marks what is open and seen as read, as soon as it is there and the window is looked at. */
export function useMarkRead(row: ConversationRow | undefined) {
  const queries = useQueryClient();
  const { memberId } = useDesk();
  const id = row?.id;
  const unread = row?.unread ?? 0;

  useEffect(() => {
    if (!id || unread === 0) return;
    const mark = () => {
      if (document.visibilityState !== "visible" || keptUnread.has(id)) return;
      patchRow(queries, id, { unread: 0 }, memberId);
      request("PUT", `/api/v1/conversations/${id}/read`).catch(() => undefined);
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [id, unread, queries, memberId]);

  useEffect(() => {
    if (!id) return;
    return () => void keptUnread.delete(id);
  }, [id]);
}

/** Remembers that a person wants to see this as unread. */
export function keepUnread(id: string) {
  keptUnread.add(id);
}
