import { lastQuestion } from "@/lib/language";
import { type Desk, joined, type Reply, says, yesNoOf } from "./desk";
import type { Memory } from "./memory";

const telemarketing = ["press 1 to", "final notice", "you have won", "usted ha ganado"];

/** What ends a call at once or nearly so: silence, insults, telemarketing, a wrong number. */
export function answerNuisance(desk: Desk): Reply | null {
  const { say, intents, memory } = desk;
  const { business } = desk.conversing.facts;
  if (isSilence(desk)) return beSilent(desk);
  if (intents.has("profanity")) {
    if (memory.rudeness > 0) return { text: say.rude[1], next: { do: "hang_up" }, task: null };
    return { text: say.rude[0] };
  }
  if (
    intents.has("spam") &&
    !intents.has("book") &&
    (desk.words.split(" ").length > 5 || says(desk, telemarketing))
  )
    return { text: say.spam, next: { do: "hang_up" }, task: null };
  if (intents.has("wrong_number"))
    return { text: say.wrongNumber(business.name), next: { do: "hang_up" }, task: null };
  return null;
}

/** Whether nothing was said that means anything. */
export function isSilence(desk: Desk): boolean {
  return (
    desk.words === "" ||
    (desk.intents.size === 1 && desk.intents.has("silence_words") && desk.words.split(" ").length <= 2)
  );
}

function beSilent(desk: Desk): Reply {
  const { say, memory } = desk;
  if (memory.silences >= 2) return { text: say.silence[2], next: { do: "hang_up" }, task: null };
  const question = openQuestion(memory);
  if (question) return { text: joined(say.pardon, question), task: memory.task, question };
  return { text: say.silence[memory.silences === 0 ? 0 : 1] };
}

/** What was asked last and not answered yet, by whoever asked it: this receptionist or the model. */
function openQuestion(memory: Memory): string {
  return memory.question || (memory.silences === 0 ? lastQuestion(memory.lastText) : "");
}

/** Words of politeness, questions about who is speaking, "say that again". */
export function answerSmallTalk(desk: Desk): Reply | null {
  const { say, intents, memory } = desk;
  const { business } = desk.conversing.facts;
  const { name } = desk.conversing.receptionist;
  if (intents.has("robot")) return { text: say.robot(name, business.name), task: null };
  if (intents.has("repeat")) return { text: memory.lastText || say.hello(business.name), task: memory.task };
  if (intents.has("who")) return { text: say.who(business.name, name), task: null };
  if (intents.has("never_mind")) return { text: say.noProblem, task: null };
  const isParting =
    intents.has("thanks") && (yesNoOf(desk) === false || (intents.has("greeting") && memory.lastText !== ""));
  if (intents.has("goodbye") || isParting)
    return { text: say.goodbye(business.name), next: { do: "hang_up" }, task: null };
  if (intents.has("thanks"))
    return { text: joined(say.welcome, say.anythingElse), task: { kind: "anything_else" } };
  if (intents.has("greeting")) return greetBack(desk);
  return null;
}

/** "Hello?" in the middle of a call means: are you there? What was asked stays asked. */
function greetBack({ say, memory, conversing }: Desk): Reply {
  if (!memory.lastText) return { text: say.hello(conversing.facts.business.name) };
  const question = openQuestion(memory);
  if (!question) return { text: say.silence[0] };
  const here = say.silence[0].split(/(?<=[.!?।])\s/)[0] ?? "";
  return { text: joined(here, question), task: memory.task, question };
}
