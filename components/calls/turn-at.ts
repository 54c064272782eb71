import type { CallTurnView } from "@/lib/calls/schema";

/** The turn that is heard at a second of the call: the last one that has begun. -1 before the first. */
export function turnAt(turns: readonly Pick<CallTurnView, "offsetSeconds">[], second: number): number {
  return turns.findLastIndex(({ offsetSeconds }) => offsetSeconds <= second + 0.05);
}
