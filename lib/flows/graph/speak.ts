import type { Gather, Instruction, Say } from "@/lib/carriers";
import { type PhraseName, phrase } from "./phrases";
import type { Around, FlowState } from "./schema";

/** Speech in the call's language and voice. */
export function say(text: string, state: FlowState, around: Around): Say {
  return { kind: "say", text, language: state.language, ...(around.voice ? { voice: around.voice } : {}) };
}

/** A text of the owner's, with what the caller gave in the place of `{its name}`. Letters are not read into one another: digits are spelled. */
export function fill(text: string, state: FlowState): string {
  return text.replace(/\{([a-z][a-z0-9_]{0,39})\}/g, (whole, name: string) => state.values?.[name] ?? whole);
}

/** One of our own phrases as speech. */
export function sayPhrase(name: PhraseName, state: FlowState, around: Around): Say {
  return say(phrase(name, state.language), state, around);
}

/** Listens, saying something meanwhile; silence is reported, so no call falls through to nothing. */
export function listen(prompts: readonly Say[], state: FlowState, around: Around): Gather {
  return {
    kind: "gather",
    url: around.links.input,
    input: ["speech", "keys"],
    prompt: prompts,
    language: state.language,
    timeoutSeconds: 5,
    speechEndSeconds: "auto",
    maxDigits: 1,
    reportSilence: true,
  };
}

/** Says something and ends the call. */
export function sayAndHangUp(text: Say): Instruction[] {
  return [text, { kind: "hang_up" }];
}
