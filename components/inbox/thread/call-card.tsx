"use client";
import { CalendarCheck, Hourglass, Smile } from "lucide-react";
import { callWords, durationWords, speakerWord } from "@/components/inbox/thread/call-words";
import { ClockTime } from "@/components/inbox/thread/clock-time";
import type { EntryProps } from "@/components/inbox/thread/entry-props";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { Tag } from "@/components/ui/display/tag";
import type { CallEntry } from "@/lib/inbox/schema";

const sentiments = {
  positive: { word: "Positive", tone: "good" },
  neutral: { word: "Neutral", tone: "quiet" },
  negative: { word: "Unhappy", tone: "bad" },
} as const;

/** A call: who answered, how it ended, what was said and agreed. */
export function CallCard({ entry }: EntryProps<CallEntry>) {
  const words = callWords(entry);
  const mood = entry.sentiment && entry.sentiment !== "neutral" ? sentiments[entry.sentiment] : null;
  return (
    <article aria-label={words.title} className="mt-3 rounded-card border border-line bg-panel px-4 py-3.5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ChannelIcon channel={words.icon} isBoxed isDecorative />
        <p className="min-w-40 flex-1">
          <strong className="font-semibold">{words.title}</strong>{" "}
          <span className="text-muted">
            {words.detail} · <ClockTime at={entry.at} />
            {entry.durationSeconds ? ` · ${durationWords(entry.durationSeconds)}` : ""}
          </span>
        </p>
        {mood && (
          <Tag tone={mood.tone} icon={<Smile aria-hidden />}>
            {mood.word}
          </Tag>
        )}
      </header>
      {entry.summary && <p className="mt-2.5">{entry.summary}</p>}
      {entry.turns.length > 0 && (
        <dl className="mt-2.5 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-small">
          {entry.turns.map(({ speaker, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said keeps its order
            <div key={index} className="contents">
              <dt className="font-semibold">{speakerWord(speaker)}</dt>
              <dd className={speaker === "caller" ? "" : "text-muted"}>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <CallActions actions={entry.actions} />
    </article>
  );
}

function CallActions({ actions }: { actions: CallEntry["actions"] }) {
  if (actions.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 border-t border-line pt-3 text-small">
      {actions.map(({ kind, text }) => (
        <li
          key={text}
          className={`inline-flex items-center gap-1.5 ${kind === "booked" ? "text-good" : "text-warn"}`}
        >
          {kind === "booked" ? (
            <CalendarCheck className="size-4" aria-hidden />
          ) : (
            <Hourglass className="size-4" aria-hidden />
          )}
          {kind === "promised" ? `Promised: ${text}` : text}
        </li>
      ))}
    </ul>
  );
}
