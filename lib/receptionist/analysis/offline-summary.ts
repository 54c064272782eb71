import { truncate } from "@/lib/kernel/text";
import { type Intent, plainWords, readFeeling, readIntents } from "@/lib/language";
import type { ActionKind, CallAnalysis, CallToSummarise } from "../contract/turn";
import { actionsOf, promisesOf } from "./actions";

const topics: readonly (readonly [Intent, string])[] = [
  ["emergency", "reported an emergency"],
  ["complaint", "complained"],
  ["wrong_number", "had the wrong number"],
  ["move", "wanted to move an appointment"],
  ["cancel", "wanted to cancel an appointment"],
  ["book", "asked for an appointment"],
  ["my_appointments", "asked about their appointment"],
  ["human", "asked for a person"],
  ["message", "wanted to leave a message"],
  ["hours", "asked about the opening hours"],
  ["address", "asked for the address"],
  ["price", "asked about prices"],
  ["duration", "asked how long it takes"],
  ["services", "asked what is offered"],
  ["spam", "offered something"],
];

const results: Readonly<Record<ActionKind, string>> = {
  ...{
    booked: "An appointment was booked.",
    moved: "The appointment was moved.",
    cancelled: "The appointment was cancelled.",
  },
  ...{
    message: "A message was taken.",
    texted: "A text was sent to them.",
    transferred: "The call was put through to a person.",
  },
  promised: "",
};

/** Sums a call up without a model: what the caller wanted, what came of it, how they sounded. In English, for the desk. */
export function summariseOffline(call: CallToSummarise): CallAnalysis {
  const said = call.turns.filter((turn) => turn.speaker === "caller").map((turn) => turn.text);
  const actions = actionsOf(call);
  const sentences = [
    wishOf(said),
    ...actions.map(({ kind }) => results[kind]),
    endOf(call, actions.length > 0),
  ];
  return {
    summary: sentences.filter((one) => one !== "").join(" "),
    sentiment: readFeeling(said),
    actions: [...actions, ...promisesOf(call)],
    source: "offline",
  };
}

function wishOf(said: readonly string[]): string {
  const intents = new Set(said.flatMap((line) => readIntents(plainWords(line))));
  const wishes = topics.filter(([intent]) => intents.has(intent)).map(([, words]) => words);
  const chosen = wishes.slice(0, 3);
  if (chosen.length > 0)
    return `The caller ${chosen.length > 1 ? `${chosen.slice(0, -1).join(", ")} and ${chosen.at(-1)}` : chosen[0]}.`;
  const line =
    said.find((one) => one.trim().split(/\s+/).length > 2) ?? said.find((one) => one.trim() !== "");
  return line ? `The caller said: “${truncate(line.trim(), 140)}”` : "The caller said nothing.";
}

function endOf({ outcome }: CallToSummarise, hasActions: boolean): string {
  if (outcome === "voicemail") return "They left a voicemail.";
  if (outcome === "transferred" && !hasActions) return results.transferred;
  return "";
}
