import { marksIn } from "@/components/inbox/list/excerpt";

/** A text with the searched words marked. */
export function Marked({ text, words }: { text: string; words: string }) {
  return marksIn(text, words).map((part) =>
    part.isHit ? (
      <mark key={part.start} className="rounded-[3px] bg-note text-text">
        {part.text}
      </mark>
    ) : (
      <span key={part.start}>{part.text}</span>
    ),
  );
}
