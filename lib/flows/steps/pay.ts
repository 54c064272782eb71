import type { Instruction } from "@/lib/carriers";
import { majorUnits } from "@/lib/kernel/money";
import type { Around, FlowState, StepPlayer } from "../graph/schema";
import { fill, say } from "../graph/speak";

/**
 * Lets the carrier take a card over the keypad, without a digit of it ever coming here, and goes on by what came of it. The
 * call is not recorded meanwhile. On a carrier that takes no cards it goes on as not paid.
 */
export const playPay: StepPlayer<"pay"> = (step, state, input, around, isEntering) => {
  if (!isEntering && input.kind === "paid")
    return { go: input.isPaid ? step.paid : step.unpaid, state, prompts: recordOn(state, around) };
  if (around.canPay === false || step.amountMinor === 0) return { go: step.unpaid, state };
  return {
    state: { ...state, phase: "paying" },
    output: {
      do: "instruct",
      instructions: [
        ...(isRecorded(state) ? [{ kind: "stop_recording" as const }] : []),
        ...(step.prompt ? [say(fill(step.prompt, state), state, around)] : []),
        {
          kind: "pay",
          url: around.links.paid,
          statusUrl: around.links.payment,
          amount: majorUnits({ minor: step.amountMinor, currency: step.currency }),
          ...{ currency: step.currency, connector: step.connector, language: state.language },
          ...(step.description ? { description: step.description } : {}),
        },
      ],
    },
  };
};

function recordOn(state: FlowState, around: Around): Instruction[] {
  return isRecorded(state) ? [{ kind: "start_recording", statusUrl: around.links.recording }] : [];
}

function isRecorded({ consent }: FlowState): boolean {
  return consent === "announced" || consent === "given";
}
