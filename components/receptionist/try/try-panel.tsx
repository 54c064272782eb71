"use client";
import { Sparkles } from "lucide-react";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { useDesk, useDeskState } from "../desk/desk-context";
import { TryBubble } from "./try-bubble";
import { TryCallBar } from "./try-call-bar";
import { TryComposer } from "./try-composer";
import { TryEnd } from "./try-end";
import { useTry } from "./try-provider";

type TryPanelProps = {
  /** Without a frame of its own, inside a sheet that has one. */
  isBare?: boolean;
};

/** The rehearsal: talk with the receptionist as it stands in the form. Nothing is booked, nothing is sent. */
export function TryPanel({ isBare }: TryPanelProps) {
  const { talk, call } = useTry();
  const log = useRef<HTMLDivElement>(null);
  const greeting = useDeskState((state) => state.draft.settings.greeting);
  const hasNewTimes = useDeskState(({ dirty }) => dirty.includes("opening") || dirty.includes("offers"));
  const count = talk.lines.length + (talk.isWaiting ? 1 : 0);

  useEffect(() => {
    if (count > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [count]);

  return (
    <div
      className={cx(
        "flex h-full min-h-0 flex-col",
        !isBare && "overflow-hidden rounded-float border border-line bg-panel shadow-raised",
      )}
    >
      {!isBare && <TryHead />}
      <div
        ref={log}
        className={cx("scroll-quiet min-h-0 flex-1 overflow-y-auto py-4", !isBare && "px-4")}
        role="log"
        aria-label="Rehearsal"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <ol className="flex flex-col gap-3">
          <TryBubble line={{ speaker: "assistant", text: greeting }} />
          {talk.lines.map((line) => (
            <TryBubble key={line.id} line={line} />
          ))}
        </ol>
        {talk.isWaiting && <p className="mt-3 animate-pulse-soft text-meta text-muted">Thinking…</p>}
        {talk.end && <TryEnd next={talk.end} onRestart={talk.restart} />}
      </div>
      <div className={cx("flex flex-col gap-2.5 border-t border-line pt-3", !isBare && "px-3 pb-3")}>
        {hasNewTimes && (
          <p className="text-meta text-muted">
            Prices and words are the new ones; free times follow what is saved.
          </p>
        )}
        {!talk.isOver && (
          <TryComposer
            onSay={call.phase === null ? talk.say : call.type}
            isWaiting={talk.isWaiting}
            isEmpty={talk.lines.length === 0 && call.phase === null}
          />
        )}
        <TryCallBar />
      </div>
    </div>
  );
}

function TryHead() {
  const { hasModel } = useDesk();
  const name = useDeskState((state) => state.draft.settings.name);
  return (
    <div className="flex items-center gap-2.5 border-b border-line px-4 py-2.5">
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
        <Sparkles className="size-4" aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">Try {name}</p>
        <p className="truncate text-meta text-muted">
          {hasModel ? "Nothing is booked or sent" : "Basic mode · nothing is booked or sent"}
        </p>
      </div>
    </div>
  );
}
