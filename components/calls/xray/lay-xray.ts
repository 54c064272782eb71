import type { CallTurnView, CallView, TraceView } from "@/lib/calls/schema";

/** One line of the X-ray. `second` counts from the call's start; `pause` is how long nothing happened before it. */
export type XrayEntry = {
  id: string;
  kind: string;
  title: string;
  second: number;
  pause: number;
  milliseconds: number | null;
  data: Record<string, unknown>;
};

/** What the whole X-ray says at a glance. */
export type XrayFigures = { lines: number; tools: number; refused: number; slowest: XrayEntry | null };

/** Everything that happened in a call in order; what was said stands on its own only where no other line quotes it. */
export function layXray(
  call: Pick<CallView, "turns" | "startedAt">,
  traces: readonly TraceView[],
): XrayEntry[] {
  const spoken = call.turns.filter((turn) => !isQuoted(turn, traces)).map(fromTurn);
  const begun = Date.parse(call.startedAt);
  const timed = [...traces, ...spoken]
    .map(({ at, ...rest }) => ({ ...rest, second: (Date.parse(at) - begun) / 1000 }))
    .sort((one, other) => one.second - other.second);
  return timed.map((entry, index) => ({
    ...entry,
    pause: entry.second - (timed[index - 1]?.second ?? entry.second),
  }));
}

/** Counts tools and finds the slowest step. */
export function measureXray(entries: readonly XrayEntry[]): XrayFigures {
  const tools = entries.filter(({ kind }) => kind === "tool");
  const timed = entries.filter(({ milliseconds }) => milliseconds !== null);
  const slowest = timed.toSorted((one, other) => (other.milliseconds ?? 0) - (one.milliseconds ?? 0))[0];
  return {
    lines: entries.length,
    tools: tools.length,
    refused: tools.filter(({ title }) => title.endsWith("refused")).length,
    slowest: slowest ?? null,
  };
}

const quoted = 40;
const nearMs = 30_000;

function isQuoted({ text, at }: CallTurnView, traces: readonly TraceView[]): boolean {
  const start = text.slice(0, quoted);
  return traces.some(
    (trace) =>
      (trace.kind === "webhook" || trace.kind === "instructions") &&
      trace.title.includes(start) &&
      Math.abs(Date.parse(trace.at) - Date.parse(at)) < nearMs,
  );
}

function fromTurn({ speaker, text, at }: CallTurnView, index: number): TraceView {
  const who = { caller: "Caller", assistant: "Receptionist", agent: "Colleague" }[speaker];
  return { id: `turn-${index}`, at, kind: "turn", title: `${who}: “${text}”`, data: {}, milliseconds: null };
}

/** "+4.21 s" after the call began; "+2:04.2" past a minute. */
export function offsetWords(second: number): string {
  const shown = Math.max(0, second);
  if (shown < 10) return `+${shown.toFixed(2)} s`;
  if (shown < 60) return `+${shown.toFixed(1)} s`;
  return `+${Math.floor(shown / 60)}:${(shown % 60).toFixed(1).padStart(4, "0")}`;
}

/** Milliseconds as people read them: "12 ms", "1.4 s". */
export function tookWords(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The whole X-ray as text, for a ticket or a colleague. */
export function xrayText(entries: readonly XrayEntry[]): string {
  return entries
    .map(({ second, kind, title, milliseconds, data }) => {
      const took = milliseconds === null ? "" : ` (${tookWords(milliseconds)})`;
      const facts = Object.keys(data).length > 0 ? `\n    ${JSON.stringify(data)}` : "";
      return `${offsetWords(second).padEnd(10)} ${kind.padEnd(12)} ${title}${took}${facts}`;
    })
    .join("\n");
}
