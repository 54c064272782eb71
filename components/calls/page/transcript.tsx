"use client";
import { CircleSlash, Wrench } from "lucide-react";
import { useMemo } from "react";
import { durationWords, isLive } from "@/components/calls/call-words";
import { layTranscript } from "@/components/calls/page/lay-transcript";
import { TranscriptTurn } from "@/components/calls/page/transcript-turn";
import type { Playback } from "@/components/calls/player/use-playback";
import { toolWords } from "@/components/calls/tool-words";
import { turnAt } from "@/components/calls/turn-at";
import type { CallView, TraceView } from "@/lib/calls/schema";

type TranscriptProps = { call: CallView; traces: TraceView[]; playback?: Playback };

/** What was said, line by line, with what was done meanwhile. While a call goes on it grows. */
export function Transcript({ call, traces, playback }: TranscriptProps) {
  const lines = useMemo(() => layTranscript(call, traces), [call, traces]);
  const start = playback?.recording.startsAtSecond ?? 0;
  const isHeard = playback !== undefined && (playback.isPlaying || playback.time > 0);
  const current = isHeard ? turnAt(call.turns, playback.time + start) : -1;
  if (lines.length === 0) return <Silence call={call} />;
  return (
    <ol aria-label="Transcript" aria-live={isLive(call) ? "polite" : undefined} className="mt-4 space-y-0.5">
      {lines.map((line) =>
        line.kind === "tool" ? (
          <ToolLine key={line.key} trace={line.trace} />
        ) : (
          <TranscriptTurn
            key={line.key}
            call={call}
            turn={line.turn}
            isCurrent={line.turn === call.turns[current]}
            isFollowed={playback?.isPlaying ?? false}
            onListen={playback ? () => playback.seek(line.second - start, true) : undefined}
          />
        ),
      )}
      {isLive(call) && <Listening />}
    </ol>
  );
}

function ToolLine({ trace }: { trace: TraceView }) {
  const { words, isRefused } = toolWords(trace.title);
  const Icon = isRefused ? CircleSlash : Wrench;
  return (
    <li className="grid grid-cols-[44px_1fr] gap-x-3 px-2 py-1 text-meta text-muted md:grid-cols-[44px_104px_1fr]">
      <span className="col-start-2 inline-flex items-center gap-1.5 md:col-start-3">
        <Icon className={isRefused ? "size-3.5 text-bad" : "size-3.5"} aria-hidden />
        {words}
        {isRefused && <span className="text-bad">refused</span>}
        {trace.milliseconds !== null && <span className="tabular">· {trace.milliseconds} ms</span>}
      </span>
    </li>
  );
}

function Listening() {
  return (
    <li className="flex items-center gap-2 px-2 py-2 pl-[64px] text-meta text-muted">
      <span className="flex gap-1" aria-hidden>
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            className="size-1.5 animate-dot rounded-full bg-muted"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </span>
      Listening
    </li>
  );
}

function Silence({ call }: { call: CallView }) {
  if (isLive(call)) return <Listening />;
  const isShort = (call.durationSeconds ?? 0) < 1;
  return (
    <p className="py-6 text-muted">
      Nothing was said in this call{isShort ? "" : ` of ${durationWords(call.durationSeconds ?? 0)}`}. The
      X-ray shows what happened.
    </p>
  );
}
