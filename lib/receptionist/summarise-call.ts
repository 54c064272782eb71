import { chatModel, ModelFailure } from "@/lib/ai";
import { log } from "@/lib/http";
import { summariseByModel } from "./analysis/model-summary";
import { summariseOffline } from "./analysis/offline-summary";
import type { CallAnalysis, CallToSummarise } from "./contract/turn";

/**
 * Sums a finished call up: what the caller wanted and what came of it, their mood, what was booked and promised. Within
 * five seconds, and never throws: without a model, or when it fails, by rules.
 */
export async function summariseCall(call: CallToSummarise): Promise<CallAnalysis> {
  const model = await chatModel();
  const hasCaller = call.turns.some((turn) => turn.speaker === "caller" && turn.text.trim() !== "");
  if (!model || !hasCaller) return summariseOffline(call);
  return summariseByModel(model, call).catch((error: unknown) => {
    const reason = error instanceof ModelFailure ? error.reason : "internal";
    log.warn({ reason }, "The model did not sum a call up, rules do");
    return summariseOffline(call);
  });
}
