import { AppError } from "@/lib/kernel/errors";
import type { Verdict } from "./schema";

type Refused = Extract<Verdict, { ok: false }>;

/** Turns the gate's "no" into an error for callers that cannot show alternatives by themselves; the reason is its code. */
export function requirePassed<Passed extends { ok: true }>(outcome: Passed | Refused): Passed {
  if (!isRefused(outcome)) return outcome;
  const { reason, sentence, instead } = outcome;
  throw new AppError("refused", sentence, { details: { code: reason, instead } });
}

function isRefused(outcome: { ok: boolean }): outcome is Refused {
  return !outcome.ok;
}
