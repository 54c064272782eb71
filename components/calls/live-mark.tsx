"use client";
import { durationWords } from "@/components/calls/call-words";
import { useSeconds } from "@/components/calls/use-seconds";
import { cx } from "@/components/ui/cx";
import type { CallRow } from "@/lib/calls/schema";

type LiveMarkProps = { call: Pick<CallRow, "status"> & { startedAt: string } };

/** Says that a call is going on right now, and for how long. Only a ringing one pulses. */
export function LiveMark({ call: { status, startedAt } }: LiveMarkProps) {
  const seconds = useSeconds(startedAt, true);
  const isRinging = status !== "in_progress";
  return (
    <span className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full bg-good-soft px-2.5 text-meta font-semibold text-good">
      <span className={cx("size-2 rounded-full bg-online", isRinging && "animate-ring")} aria-hidden />
      {isRinging ? "Ringing" : "Live"}
      {seconds !== null && <span className="tabular font-normal">{durationWords(seconds)}</span>}
    </span>
  );
}
