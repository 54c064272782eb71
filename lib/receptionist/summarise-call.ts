import type { CallAnalysis, CallToSummarise } from "./contract/turn";

/** Sums a finished call up. Never throws. */
export async function summariseCall(call: CallToSummarise): Promise<CallAnalysis> {
  const first = call.turns.find((turn) => turn.speaker === "caller")?.text.slice(0, 120);
  return {
    summary: first ? `The caller said: “${first}”.` : "The caller said nothing.",
    sentiment: { label: "neutral", score: 0 },
    actions: [],
    source: "offline",
  };
}
