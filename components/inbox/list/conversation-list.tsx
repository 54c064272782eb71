"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useSelection } from "@/components/inbox/bulk/selection";
import { usePrefetchThread } from "@/components/inbox/data/use-list";
import { useDesk } from "@/components/inbox/inbox-context";
import { ConversationRowLink, rowHeight } from "@/components/inbox/list/conversation-row";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { SkeletonRows } from "@/components/ui/display/skeleton";
import type { ConversationRow } from "@/lib/inbox/schema";

type ConversationListProps = {
  rows: ConversationRow[];
  hasMore: boolean;
  onEnd: () => void;
  /** Under which the scroll position is remembered. */
  name: string;
};

// Kept for as long as the page lives, so that coming back to the inbox finds the list where it was.
const offsets = new Map<string, number>();
const skeletonHeight = 192;
const loadAhead = 8;

/** The conversations of a tab. Only those in view exist, so ten thousand scroll like ten. */
export function ConversationList({ rows, hasMore, onEnd, name }: ConversationListProps) {
  const desk = useDesk();
  const { memberId } = desk;
  const { place, hrefOf } = useInboxRoute();
  const prefetch = usePrefetchThread();
  const selection = useSelection();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index] ? rowHeight(rows[index], memberId) : skeletonHeight),
    getItemKey: (index) => rows[index]?.id ?? "more",
    initialRect: { width: 348, height: 900 },
    initialOffset: () => offsets.get(name) ?? 0,
    overscan: 6,
    paddingStart: 6,
    paddingEnd: 6,
    onChange: ({ scrollOffset }) => offsets.set(name, scrollOffset ?? 0),
  });
  const items = list.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && lastShown >= rows.length - loadAhead) onEnd();
  }, [hasMore, lastShown, rows.length, onEnd]);

  const heights = useMemo(() => rows.map((row) => rowHeight(row, memberId)).join(), [rows, memberId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row whose height changed is measured anew
  useEffect(() => list.measure(), [heights]);

  const selected = rows.findIndex((row) => row.id === place.conversationId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another conversation is chosen, not when rows move
  useEffect(() => {
    if (selected >= 0) list.scrollToIndex(selected, { align: "auto" });
  }, [place.conversationId]);

  return (
    <div ref={scroller} className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
      <ul aria-label="Conversations" className="relative" style={{ height: list.getTotalSize() }}>
        {items.map(({ key, index, start, size }) => {
          const row = rows[index];
          return (
            <li
              key={key}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-2 top-0"
              style={{ height: size - 2, transform: `translateY(${start}px)` }}
            >
              {row ? (
                <ConversationRowLink
                  row={row}
                  isChosen={selection ? selection.has(row.id) : null}
                  desk={desk}
                  href={hrefOf({ conversationId: row.id, at: undefined })}
                  isSelected={row.id === place.conversationId}
                  onPoint={prefetch}
                />
              ) : (
                <SkeletonRows count={3} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
