import type { Around, FlowOutput, FlowState } from "../graph/schema";
import { say } from "../graph/speak";

// Where the carrier cannot tell when a machine has finished greeting, this is how long its greeting is listened to.
const longestGreetingSeconds = 20;

/** A machine answered a call of ours: it gets the message, wherever the call stood, and the call ends. */
export function playMachine(state: FlowState, around: Around): { state: FlowState; output: FlowOutput } {
  const message = around.machineMessage ?? "";
  return {
    state: { ...state, phase: "over", outcome: message ? "message_left" : "unanswered" },
    output: {
      do: "instruct",
      instructions: [
        ...(message
          ? [
              { kind: "pause" as const, seconds: longestGreetingSeconds, untilSilence: true },
              say(message, state, around),
            ]
          : []),
        { kind: "hang_up" },
      ],
    },
  };
}
