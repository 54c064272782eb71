import { CallCard } from "@/components/calls/card/call-card";
import type { EntryProps } from "@/components/inbox/thread/entry-props";
import { EventLine } from "@/components/inbox/thread/event-line";
import { Message } from "@/components/inbox/thread/message";
import { NoteCard } from "@/components/inbox/thread/note-card";

/** One entry of a thread, drawn by its kind: the one place where kinds meet their looks. */
export function EntryFace({ entry, ...rest }: EntryProps) {
  switch (entry.type) {
    case "message":
      return <Message entry={entry} {...rest} />;
    case "note":
      return <NoteCard entry={entry} {...rest} />;
    case "event":
      return <EventLine entry={entry} {...rest} />;
    case "call":
      return <CallCard entry={entry} />;
  }
}
