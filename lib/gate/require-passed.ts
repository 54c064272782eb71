import { AppError } from "@/lib/kernel/errors";
import type { Verdict } from "./schema";

/** Turns the gate's "no" into an error for callers that cannot show alternatives by themselves; the reason is its code. */
export function requirePassed<Outcome extends { ok: boolean }>(
  outcome: Outcome,
): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { ok: true }>;
  const { reason, sentence, instead } = outcome as unknown as Extract<Verdict, { ok: false }>;
  throw new AppError("refused", sentence, { details: { code: reason, instead } });
}
