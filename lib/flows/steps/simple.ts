import type { StepPlayer } from "../graph/schema";
import { fill, say, sayPhrase } from "../graph/speak";

/** Says a text and goes on. */
export const playSay: StepPlayer<"say"> = (step, state, _input, around) => ({
  go: step.next,
  state,
  prompts: step.text ? [say(fill(step.text, state), state, around)] : [],
});

/** Plays a sound file and goes on. */
export const playPlay: StepPlayer<"play"> = (step, state) => ({
  go: step.next,
  state,
  prompts: step.url ? [{ kind: "play", url: step.url }] : [],
});

/** Texts the caller and goes on; whether the text may leave, the send gate decides. */
export const playText: StepPlayer<"text"> = (step, state) => ({
  go: step.next,
  state,
  text: fill(step.body, state),
});

/** A flow to go to that could not be found when the call began: published flows are linked before. */
export const playUnlinked: StepPlayer<"flow"> = (_step, state, _input, around) => ({
  state: { ...state, phase: "over", outcome: "technical" },
  output: {
    do: "instruct",
    instructions: [sayPhrase("technical", state, around), { kind: "hang_up" }],
  },
});

/** Says goodbye and ends the call. */
export const playHangUp: StepPlayer<"hang_up"> = (step, state, _input, around) => ({
  state: { ...state, phase: "over", outcome: state.outcome ?? "answered" },
  output: {
    do: "instruct",
    instructions: [
      step.text ? say(fill(step.text, state), state, around) : sayPhrase("goodbye", state, around),
      { kind: "hang_up" },
    ],
  },
});

/** Takes a spoken message and goes on. */
export const playVoicemail: StepPlayer<"voicemail"> = (step, state, _input, around, isEntering) => {
  if (!isEntering)
    return {
      go: step.next,
      state: { ...state, outcome: "voicemail", missed: null },
      prompts: [sayPhrase("thanksMessage", state, around)],
    };
  const greeting = step.greeting
    ? say(fill(step.greeting, state), state, around)
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
