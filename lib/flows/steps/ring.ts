import type { StepPlayer } from "../graph/schema";
import { ringNext } from "./ring-next";

/** Rings people one after the other and goes on when nobody answers. */
export const playRing: StepPlayer<"ring"> = (step, state, input, around, isEntering) => {
  const goOn = () => ({ go: step.noAnswer, state });
  if (isEntering) return ringNext({ ...state, ringing: step.targetIds }, around, [], goOn, step.seconds);
  if (input.kind === "dialed" && input.isBridged) {
    return {
      state: { ...state, phase: "over", outcome: "transferred" },
      output: { do: "instruct", instructions: [{ kind: "hang_up" }] },
    };
  }
  return ringNext(state, around, [], goOn, step.seconds);
};
