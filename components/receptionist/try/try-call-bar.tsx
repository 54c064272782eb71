"use client";
import { ExternalLink, Phone, PhoneOff, RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { buttonClass } from "@/components/ui/action/button-class";
import { IconButton } from "@/components/ui/action/icon-button";
import { cx } from "@/components/ui/cx";
import { useDesk, useDeskState } from "../desk/desk-context";
import { useTry } from "./try-provider";
import type { CallPhase } from "./use-try-call";

/** Starts the rehearsal as a call, and shows who has the word while it lasts. */
export function TryCallBar() {
  const { handsetUrl } = useDesk();
  const { call, talk } = useTry();
  if (call.phase !== null) return <RunningCall phase={call.phase} onHangUp={call.hangUp} />;
  return (
    <div className="flex gap-2">
      <div className="grid flex-1">
        <Button icon={<Phone aria-hidden />} onClick={call.start}>
          Talk to it
        </Button>
      </div>
      {handsetUrl && (
        <a href={handsetUrl} target="_blank" rel="noreferrer" className={buttonClass({ variant: "ghost" })}>
          <span>Ring the number</span>
          <ExternalLink aria-hidden />
        </a>
      )}
      <IconButton
        label="Start again"
        icon={<RotateCcw />}
        onClick={talk.restart}
        disabled={talk.lines.length === 0}
      />
    </div>
  );
}

function RunningCall({ phase, onHangUp }: { phase: CallPhase; onHangUp: () => void }) {
  const name = useDeskState((state) => state.draft.settings.name);
  const words = {
    speaking: `${name} is speaking`,
    listening: "Listening… speak, or type",
    thinking: "Thinking…",
    typing: "This browser cannot listen here. Type what the caller says.",
  };
  return (
    <div className="flex items-center gap-2.5 rounded-control bg-selection py-1.5 pr-1.5 pl-3">
      <span
        className={cx(
          "size-2 shrink-0 rounded-full",
          phase === "listening" ? "animate-pulse-soft bg-bad" : "bg-accent",
        )}
        aria-hidden
      />
      <p role="status" className="min-w-0 flex-1 text-small">
        {words[phase]}
      </p>
      <IconButton label="Hang up" variant="decline" icon={<PhoneOff />} onClick={onHangUp} />
    </div>
  );
}
