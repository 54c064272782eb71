import type { Instruction } from "@/lib/carriers";
import type { Around, FlowState, Move } from "../graph/schema";
import { sayPhrase } from "../graph/speak";

const ringSeconds = 20;

/**
 * Rings the next person of `state.ringing`; when nobody is left, `otherwise` decides, so a caller always has a next
 * step. People without a number are passed over.
 */
export function ringNext(
  state: FlowState,
  around: Around,
  before: Instruction[],
  otherwise: (state: FlowState, around: Around, before: Instruction[]) => Move,
  seconds: number = ringSeconds,
): Move {
  const [targetId, ...rest] = state.ringing;
  if (targetId === undefined) return otherwise(state, around, before);
  const e164 = around.targets[targetId]?.e164;
  if (!e164) return ringNext({ ...state, ringing: rest }, around, before, otherwise, seconds);
  const words = before.length > 0 ? before : [sayPhrase("transferring", state, around)];
  return {
    state: { ...state, phase: "dialing", ringing: rest },
    output: {
      do: "instruct",
      instructions: [
        ...words,
        {
          kind: "dial",
          targets: [{ kind: "number", e164 }],
          url: around.links.dialed,
          callerId: around.callerId,
          ringSeconds: seconds,
        },
      ],
    },
  };
}
