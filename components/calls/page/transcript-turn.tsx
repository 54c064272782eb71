"use client";
import { Sparkles } from "lucide-react";
import { useEffect, useRef } from "react";
import { durationWords, speakerWord } from "@/components/calls/call-words";
import { cx } from "@/components/ui/cx";
import type { CallTurnView, CallView } from "@/lib/calls/schema";

type TranscriptTurnProps = {
  call: CallView;
  turn: CallTurnView;
  /** This is what is heard at the moment. */
  isCurrent: boolean;
  /** The page moves along with what is heard. */
  isFollowed: boolean;
  onListen: (() => void) | undefined;
};

/** One thing said: when, by whom, what. With a recording it is a button that plays from there. */
export function TranscriptTurn({ call, turn, isCurrent, isFollowed, onListen }: TranscriptTurnProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent && isFollowed) line.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [isCurrent, isFollowed]);
  const isMachine = turn.speaker === "assistant";
  const face = (
    <>
      <span className="tabular pt-px text-meta text-muted">{durationWords(turn.offsetSeconds)}</span>
      <span
        className={cx(
          "inline-flex items-start gap-1 text-small font-semibold",
          isMachine && "text-accent-ink",
        )}
      >
        {isMachine && <Sparkles className="mt-[3px] size-3.5 shrink-0" strokeWidth={1.8} aria-hidden />}
        {speakerWord(turn.speaker, call)}
      </span>
      <span className="max-md:col-start-2">{turn.text}</span>
    </>
  );
  return (
    <li ref={line} aria-current={isCurrent ? "true" : undefined} className="scroll-my-24">
      {onListen ? (
        <button
          type="button"
          onClick={onListen}
          className={cx(lineClass, "cursor-pointer", isCurrent ? "bg-call-soft" : "hover:bg-hover")}
        >
          {face}
        </button>
      ) : (
        <div className={lineClass}>{face}</div>
      )}
    </li>
  );
}

const lineClass =
  "grid w-full grid-cols-[44px_1fr] gap-x-3 rounded-control px-2 py-1.5 text-left transition-colors duration-100 md:grid-cols-[44px_104px_1fr]";
