"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { countsQuery } from "@/components/inbox/data/queries";
import { useLiveStream } from "@/components/live/use-live-stream";
import type { InboxCounts } from "@/lib/inbox/schema";

const settleMs = 150;

/** How many conversations have something this person has not read; live on every page. */
export function useUnread(atFirst: InboxCounts): number {
  const queries = useQueryClient();
  const { data } = useQuery({ ...countsQuery, initialData: atFirst });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveStream(({ seq, subject }) => {
    if (seq === null || !subject.conversationId) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: countsQuery.queryKey });
    }, settleMs);
  });
  return data.unread;
}
