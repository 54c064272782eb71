"use client";
import { useDesk } from "@/components/inbox/inbox-context";
import { ClockTime } from "@/components/inbox/thread/clock-time";
import type { EntryProps } from "@/components/inbox/thread/entry-props";
import { eventSentence } from "@/components/inbox/thread/event-sentence";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import type { EventEntry } from "@/lib/inbox/schema";

/** Something that happened to the conversation itself, as a quiet line. */
export function EventLine({ entry }: EntryProps<EventEntry>) {
  const { userName, members } = useDesk();
  const zone = useReaderZone();
  return (
    <p className="mt-3 px-6 text-center text-meta text-balance text-muted" suppressHydrationWarning>
      {eventSentence(entry, { ownName: userName, members, zone })} · <ClockTime at={entry.at} />
    </p>
  );
}
