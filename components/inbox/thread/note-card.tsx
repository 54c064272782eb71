"use client";
import { StickyNote } from "lucide-react";
import { useDesk } from "@/components/inbox/inbox-context";
import { ClockTime } from "@/components/inbox/thread/clock-time";
import type { EntryProps } from "@/components/inbox/thread/entry-props";
import { LinkedText } from "@/components/inbox/thread/linked-text";
import { SuggestionCard } from "@/components/inbox/thread/suggestion-card";
import type { MessageView } from "@/lib/messages/schema";

/** A note between colleagues; it never leaves the house, and says so. */
export function NoteCard({ entry }: EntryProps<MessageView>) {
  if (entry.suggestion !== null) return <SuggestionCard entry={entry} suggestion={entry.suggestion} />;
  return <Note entry={entry} />;
}

function Note({ entry }: { entry: MessageView }) {
  const { userId, members } = useDesk();
  const { author } = entry;
  const name = author.name ?? members.find((member) => member.userId === author.id)?.name ?? "Colleague";
  const [first = name] = name.split(" ");
  return (
    <div className="mt-3 flex max-w-[min(92%,600px)] gap-2.5 self-start rounded-card border border-note-line bg-note px-3 py-2">
      <StickyNote className="mt-0.5 size-4 shrink-0 text-note-ink" aria-hidden />
      <p className="min-w-0 wrap-anywhere whitespace-pre-wrap">
        <strong className="font-semibold">{author.id === userId ? "You" : first}</strong>{" "}
        <LinkedText text={entry.body} />{" "}
        <span className="text-meta whitespace-normal text-note-ink">
          <ClockTime at={entry.at} /> · only your team sees notes
        </span>
      </p>
    </div>
  );
}
