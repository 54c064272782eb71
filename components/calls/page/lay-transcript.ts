import type { CallTurnView, CallView, TraceView } from "@/lib/calls/schema";

/** One line of a transcript: something said, or a tool used meanwhile. `second` counts from the call's start. */
export type TranscriptLine =
  | { kind: "turn"; key: string; second: number; turn: CallTurnView }
  | { kind: "tool"; key: string; second: number; trace: TraceView };

/** What was said and done in a call, in order. */
export function layTranscript(call: Pick<CallView, "turns" | "startedAt">, traces: readonly TraceView[]) {
  const begun = Date.parse(call.startedAt);
  const turns = call.turns.map((turn, index): TranscriptLine & { at: number } => ({
    ...{ kind: "turn", key: `turn ${index}`, second: turn.offsetSeconds, turn, at: Date.parse(turn.at) },
  }));
  const tools = traces
    .filter(({ kind }) => kind === "tool")
    .map((trace): TranscriptLine & { at: number } => {
      const at = Date.parse(trace.at);
      return { kind: "tool", key: trace.id, second: (at - begun) / 1000, trace, at };
    });
  return [...turns, ...tools].sort((one, other) => one.at - other.at) satisfies TranscriptLine[];
}
