import type { Around, FlowInput, FlowState, Move, StepPlayer } from "../graph/schema";
import { sayPhrase } from "../graph/speak";
import { ringNext, ringTogether } from "./ring-next";

/** Rings people, one after the other or together, and goes on when nobody answers. */
export const playRing: StepPlayer<"ring"> = (step, state, input, around, isEntering) => {
  const goOn = (left: FlowState) => ({ go: step.noAnswer, state: left });
  if (!isEntering && isTaken(input)) return hungUpAfter(state);
  if (!isEntering) return ringNext(state, around, [], goOn, step.seconds);
  const alone: FlowState = { ...state, missed: "nobody_available" };
  return noteRinging(
    step.order === "together"
      ? ringTogether(step.targetIds, alone, around, goOn, step.seconds)
      : ringNext({ ...alone, ringing: step.targetIds }, around, [], goOn, step.seconds),
  );
};

/** From here on somebody could have answered. */
function noteRinging(move: Move): Move {
  return "output" in move ? { ...move, state: { ...move.state, missed: "nobody_answered" } } : move;
}

/** Puts the caller through to a number outside, and goes on when nobody answers there. */
export const playTransfer: StepPlayer<"transfer"> = (step, state, input, around, isEntering) => {
  if (!isEntering && isTaken(input)) return hungUpAfter(state);
  if (!isEntering) return { go: step.noAnswer, state };
  if (step.to === "") return { go: step.noAnswer, state: { ...state, missed: "nobody_available" } };
  return {
    state: { ...state, phase: "dialing", missed: "nobody_answered", ringing: [] },
    output: {
      do: "instruct",
      instructions: [sayPhrase("transferring", state, around), dialOut(step.to, step.seconds, around)],
    },
  };
};

function dialOut(e164: string, seconds: number, { links, callerId }: Around) {
  return {
    kind: "dial" as const,
    targets: [{ kind: "number" as const, e164 }],
    ...{ url: links.dialed, callerId, ringSeconds: seconds },
  };
}

function isTaken(input: FlowInput): boolean {
  return input.kind === "dialed" && input.isBridged;
}

function hungUpAfter(state: FlowState): Move {
  return {
    state: { ...state, phase: "over", outcome: "transferred", missed: null },
    output: { do: "instruct", instructions: [{ kind: "hang_up" }] },
  };
}
