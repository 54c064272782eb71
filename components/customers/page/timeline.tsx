"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useMemo } from "react";
import { customerEntriesQuery } from "@/components/customers/data/queries";
import { layTimeline } from "@/components/inbox/thread/timeline";
import { TimelineLine } from "@/components/inbox/thread/timeline-line";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { Button } from "@/components/ui/action/button";
import { localDay } from "@/lib/kernel/time";

/** Everything said with a customer over every channel, oldest first; the column is reversed, so the newest is in sight. */
export function Timeline({ id }: { id: string }) {
  const zone = useReaderZone();
  const thread = useInfiniteQuery(customerEntriesQuery(id));
  const items = useMemo(() => {
    const entries = thread.data?.pages.toReversed().flatMap((page) => page.data) ?? [];
    return layTimeline(
      entries.map((entry) => ({ key: entry.id, entry })),
      (moment) => localDay(new Date(moment), zone),
      null,
    );
  }, [thread.data, zone]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Everything said"
      className="scroll-quiet flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
    >
      <div className="mx-auto w-full max-w-[880px] px-4 pt-4 pb-3 md:px-6">
        {thread.hasNextPage && (
          <div className="grid place-items-center py-2">
            <Button
              size="sm"
              variant="ghost"
              isLoading={thread.isFetchingNextPage}
              onClick={() => void thread.fetchNextPage()}
            >
              Show earlier
            </Button>
          </div>
        )}
        {thread.isSuccess && items.length === 0 && (
          <p className="flex flex-col items-center gap-2 py-16 text-center text-muted">
            <MessagesSquare className="size-6" aria-hidden />
            Nothing was said yet. Calls, texts and WhatsApp will stand here in one line.
          </p>
        )}
        <ol className="flex flex-col">
          {items.map((item) => (
            <TimelineLine key={item.key} item={item} isAimedAt={false} />
          ))}
        </ol>
      </div>
    </section>
  );
}
