"use client";
import { memo } from "react";
import { EntryFace } from "@/components/inbox/thread/entry-face";
import type { TimelineItem } from "@/components/inbox/thread/timeline";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { cx } from "@/components/ui/cx";
import { fullWords, timeWords } from "@/components/ui/display/time-words";

type TimelineLineProps = { item: TimelineItem; isAimedAt: boolean };

/** One line of the thread: a day, the border of what is unread, or an entry. */
export const TimelineLine = memo(function TimelineLine({ item, isAimedAt }: TimelineLineProps) {
  if (item.kind === "day") return <DayLine at={item.at} />;
  if (item.kind === "unread") {
    return (
      <li className="mt-4 flex items-center gap-3 text-meta font-semibold text-accent">
        <span className="h-px flex-1 bg-accent-line" />
        New
        <span className="h-px flex-1 bg-accent-line" />
      </li>
    );
  }
  const { entry, isFirst, isLast, outgoing } = item;
  return (
    <li
      data-entry={entry.id}
      className={cx(
        "flex flex-col",
        isAimedAt && "-mx-3 rounded-card bg-selection px-3 pb-2 ring-2 ring-accent-line",
      )}
    >
      <EntryFace entry={entry} isFirst={isFirst} isLast={isLast} outgoing={outgoing} />
    </li>
  );
});

function DayLine({ at }: { at: string }) {
  const zone = useReaderZone();
  const moment = new Date(at);
  const day = timeWords(moment, new Date(), zone, "long").replace(/ \d\d:\d\d.*$/, "");
  return (
    <li
      className="mt-5 mb-1 flex items-center gap-3 text-meta text-muted first:mt-1"
      suppressHydrationWarning
    >
      <span className="h-px flex-1 bg-line" />
      <time dateTime={at} title={fullWords(moment, zone)} suppressHydrationWarning>
        {day}
      </time>
      <span className="h-px flex-1 bg-line" />
    </li>
  );
}
