import type { StepPlayer } from "../graph/schema";
import { say, sayPhrase } from "../graph/speak";

/** Says a text and goes on. */
export const playSay: StepPlayer<"say"> = (step, state, _input, around) => ({
  go: step.next,
  state,
  prompts: [say(step.text, state, around)],
});

/** Goes one way while the business is open and another while it is closed. */
export const playHours: StepPlayer<"hours"> = (step, state, _input, around) => ({
  go: around.isOpen ? step.open : step.closed,
  state,
});

/** Says goodbye and ends the call. */
export const playHangUp: StepPlayer<"hang_up"> = (step, state, _input, around) => ({
  state: { ...state, phase: "over", outcome: state.outcome ?? "answered" },
  output: {
    do: "instruct",
    instructions: [
      step.text ? say(step.text, state, around) : sayPhrase("goodbye", state, around),
      { kind: "hang_up" },
    ],
  },
});

/** Takes a spoken message and goes on. */
export const playVoicemail: StepPlayer<"voicemail"> = (step, state, _input, around, isEntering) => {
  if (!isEntering)
    return {
      go: step.next,
      state: { ...state, outcome: "voicemail" },
      prompts: [sayPhrase("thanksMessage", state, around)],
    };
  const greeting = step.greeting
    ? say(step.greeting, state, around)
    : sayPhrase("leaveMessage", state, around);
  return {
    state: { ...state, phase: "recording" },
    output: {
      do: "instruct",
      instructions: [
        greeting,
        {
          kind: "record",
          url: around.links.recorded,
          statusUrl: around.links.voicemail,
          maxSeconds: step.maxSeconds,
          silenceSeconds: 4,
          beep: true,
        },
      ],
    },
  };
};
