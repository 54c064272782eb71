import type { Gather } from "@/lib/carriers";
import { plainWords } from "@/lib/language";
import type { Around, FlowInput, FlowState, Move, StepPlayer } from "../graph/schema";
import { fill, say, sayPhrase } from "../graph/speak";
import type { Choice, Step } from "../graph/step";

type Heard = Extract<FlowInput, { kind: "heard" }>;
type Asking = Pick<Gather, "input" | "maxDigits" | "finishKey" | "hints">;

/** Offers a choice by key and by voice; after some tries in vain it goes on by its no-input branch. */
export const playMenu: StepPlayer<"menu"> = (step, state, input, around, isEntering) => {
  const asking: Asking = {
    input: step.hears ? ["keys", "speech"] : ["keys"],
    ...{ maxDigits: 1, finishKey: "" },
    hints: step.hears ? step.choices.flatMap(({ label, words }) => [label, ...words]).filter(Boolean) : [],
  };
  const waiting: FlowState = { ...state, missed: state.missed ?? "abandoned_in_menu" };
  if (isEntering || input.kind !== "heard") return ask(step.prompt, asking, waiting, around);
  const chosen = choose(step, input);
  if (chosen) return { go: chosen.next, state: served(state) };
  return askAgain(step, asking, waiting, around);
};

/** Asks for digits or words and keeps them under a name. */
export const playCollect: StepPlayer<"collect"> = (step, state, input, around, isEntering) => {
  const asking: Asking = {
    input: step.by === "both" ? ["keys", "speech"] : [step.by],
    ...(step.by === "speech" ? {} : { maxDigits: step.mostDigits, finishKey: "#" }),
  };
  const waiting: FlowState = { ...state, missed: state.missed ?? "abandoned_in_menu" };
  if (isEntering || input.kind !== "heard") return ask(step.prompt, asking, waiting, around);
  const given = (input.digits || input.text).trim().slice(0, 200);
  if (given !== "")
    return { go: step.next, state: { ...served(state), values: { ...state.values, [step.as]: given } } };
  return askAgain(step, asking, waiting, around);
};

/** What a caller chose, by key before voice; nothing when neither fits. */
export function choose(
  { choices, hears }: Extract<Step, { kind: "menu" }>,
  heard: Heard,
): Choice | undefined {
  const byKey = choices.find(({ key }) => heard.digits !== "" && key === heard.digits[0]);
  if (byKey || !hears) return byKey;
  const said = ` ${plainWords(heard.text)} `;
  return choices.find(({ key, label, words }) => {
    const names = [label, ...words, key, spokenKeys[key] ?? key].map(plainWords).filter(Boolean);
    return names.some((name) => said.includes(` ${name} `));
  });
}

// Speech recognition writes digits both ways.
const spokenKeys: Readonly<Record<string, string>> = {
  ...{ "0": "zero", "1": "one", "2": "two", "3": "three", "4": "four" },
  ...{ "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine" },
};

/** Who chose something was not lost in a menu; that it was out of hours, say, stays true. */
function served(state: FlowState): FlowState {
  return { ...state, missed: state.missed === "abandoned_in_menu" ? null : (state.missed ?? null) };
}

function ask(prompt: string, asking: Asking, state: FlowState, around: Around): Move {
  return gather([say(fill(prompt, state), state, around)], asking, state, around);
}

function askAgain(
  step: Extract<Step, { kind: "menu" | "collect" }>,
  asking: Asking,
  state: FlowState,
  around: Around,
): Move {
  const tries = (state.tries ?? 0) + 1;
  if (tries >= step.tries) return { go: step.noInput, state };
  const words = [sayPhrase("didNotCatch", state, around), say(fill(step.prompt, state), state, around)];
  return gather(words, asking, { ...state, tries }, around);
}

function gather(prompt: Gather["prompt"], asking: Asking, state: FlowState, around: Around): Move {
  const listening: Gather = {
    ...{ kind: "gather", url: around.links.input, prompt, language: state.language },
    ...{ timeoutSeconds: 6, speechEndSeconds: "auto", reportSilence: true },
    ...asking,
  };
  return {
    state: { ...state, phase: "listening" },
    output: { do: "instruct", instructions: [listening] },
  };
}
