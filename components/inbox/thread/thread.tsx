"use client";
import { useMemo, useRef, useState } from "react";
import { useEntries } from "@/components/inbox/data/use-entries";
import { useDesk } from "@/components/inbox/inbox-context";
import { JumpPill } from "@/components/inbox/thread/jump-pill";
import { OlderEntries } from "@/components/inbox/thread/older-entries";
import { ThreadSkeleton } from "@/components/inbox/thread/thread-skeleton";
import { findUnreadStart, layTimeline } from "@/components/inbox/thread/timeline";
import { TimelineLine } from "@/components/inbox/thread/timeline-line";
import { TypingLine } from "@/components/inbox/thread/typing-line";
import { useThreadScroll } from "@/components/inbox/thread/use-thread-scroll";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { Button } from "@/components/ui/action/button";
import { localDay } from "@/lib/kernel/time";

type ThreadProps = { id: string; at: string | undefined; unreadAtFirst: number };

/** Everything said with a customer, in order. The newest stands at the bottom without any script: the column is reversed. */
export function Thread({ id, at, unreadAtFirst }: ThreadProps) {
  const { userId } = useDesk();
  const zone = useReaderZone();
  const [unread] = useState(unreadAtFirst);
  const thread = useEntries(id, userId, at);
  const { entries } = thread;
  const unreadFrom = useRef<string | null>(null);
  unreadFrom.current ??= findUnreadStart(entries, unread);
  const items = useMemo(
    () => layTimeline(entries, (moment) => localDay(new Date(moment), zone), unreadFrom.current),
    [entries, zone],
  );
  const { scroller, isAway, newSince, toNewest } = useThreadScroll(entries, at);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={scroller}
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="scroll-quiet flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className="mx-auto w-full max-w-[880px] px-4 pt-4 pb-3 md:px-6">
          {thread.isPending && <ThreadSkeleton />}
          {thread.isError && entries.length === 0 && <Failed onRetry={() => void thread.retry()} />}
          {thread.hasOlder && (
            <OlderEntries isLoading={thread.isLoadingOlder} onReach={() => void thread.loadOlder()} />
          )}
          <ol className="flex flex-col">
            {items.map((item) => (
              <TimelineLine
                key={item.key}
                item={item}
                isAimedAt={item.kind === "entry" && item.entry.id === at}
              />
            ))}
          </ol>
          <TypingLine conversationId={id} />
        </div>
      </section>
      <JumpPill isShown={isAway} newSince={newSince} onClick={toNewest} />
    </div>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="py-16 text-center">
      <p className="mb-3 text-muted">The messages could not be loaded.</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
