"use client";
import { useMemo } from "react";
import { isLive } from "@/components/calls/call-words";
import {
  layXray,
  measureXray,
  offsetWords,
  tookWords,
  type XrayFigures,
  xrayText,
} from "@/components/calls/xray/lay-xray";
import { XrayLine } from "@/components/calls/xray/xray-line";
import { CopyButton } from "@/components/ui/display/copy-button";
import type { CallView, TraceView } from "@/lib/calls/schema";

type XrayProps = { call: CallView; traces: TraceView[] };

/** Everything that happened in a call, from the first ring to the summary, with how long each step took. */
export function Xray({ call, traces }: XrayProps) {
  const entries = useMemo(() => layXray(call, traces), [call, traces]);
  const figures = measureXray(entries);
  if (entries.length === 0)
    return (
      <p className="py-4 text-muted">
        {isLive(call) ? "The first step appears here in a moment." : "No steps of this call were kept."}
      </p>
    );
  return (
    <div>
      <div className="mb-3 flex items-center justify-between gap-3">
        <p className="text-small text-muted">{glance(figures)}</p>
        <CopyButton text={xrayText(entries)} label="Copy the X-ray as text" />
      </div>
      <ol aria-label="X-ray" className="relative">
        {entries.map((entry, index) => (
          <XrayLine
            key={entry.id}
            entry={entry}
            isLast={index === entries.length - 1}
            longest={figures.slowest?.milliseconds ?? 0}
          />
        ))}
      </ol>
    </div>
  );
}

function glance({ lines, tools, refused, slowest }: XrayFigures): string {
  const parts = [`${lines} ${lines === 1 ? "step" : "steps"}`];
  if (tools > 0) parts.push(`${tools} ${tools === 1 ? "tool" : "tools"} used`);
  if (refused > 0) parts.push(`${refused} refused`);
  if (slowest?.milliseconds)
    parts.push(`slowest ${tookWords(slowest.milliseconds)} at ${offsetWords(slowest.second)}`);
  return parts.join(" · ");
}
