import { lastQuestion } from "@/lib/language";
import { type Desk, joined, type Reply } from "./desk";
import type { Memory } from "./memory";
import { answerEmergency } from "./people";
import { answerNuisance, isSilence } from "./small-talk";
import { goOn } from "./tasks";
import { answerWish } from "./wishes";

/** Answers one turn: what cannot wait, then the open question, then a new wish; and says so when it did not understand. */
export async function respond(desk: Desk): Promise<Reply> {
  if (desk.intents.has("emergency")) return answerEmergency(desk);
  const nuisance = answerNuisance(desk);
  if (nuisance) return remind(desk, nuisance);
  const { task } = desk.memory;
  const goneOn = task ? await goOn(desk, task) : null;
  if (goneOn) return goneOn;
  const answer = await answerWish(desk);
  return answer ? remind(desk, answer) : misunderstand(desk);
}

/** After an answer in between, the open question is asked again. */
function remind(desk: Desk, reply: Reply): Reply {
  const { task, question } = desk.memory;
  const isBetween =
    reply.task === undefined && reply.next === undefined && task !== null && task.kind !== "anything_else";
  return isBetween
    ? { ...reply, text: joined(reply.text, question), task }
    : { ...reply, task: reply.task ?? null };
}

function misunderstand(desk: Desk): Reply {
  const { say, memory } = desk;
  if (memory.misses > 0)
    return {
      text: joined(say.notUnderstoodAgain, say.basicMode, say.offerMessage),
      isMiss: true,
      task: { kind: "offer_message" },
    };
  const isWaiting = memory.task !== null && memory.task.kind !== "anything_else" && memory.question !== "";
  const text = isWaiting ? joined(say.pardon, memory.question) : joined(say.pardon, say.whatICanDo);
  return { text, isMiss: true, task: memory.task };
}

/** What is remembered for the next turn. */
export function remember(desk: Desk, reply: Reply): Memory {
  const { memory, intents } = desk;
  return {
    task: reply.task ?? null,
    question: reply.question ?? (reply.task ? askedIn(reply.text) : ""),
    lastText: reply.text.slice(0, 1000),
    misses: reply.isMiss ? memory.misses + 1 : 0,
    rudeness: memory.rudeness + (intents.has("profanity") ? 1 : 0),
    silences: isSilence(desk) ? memory.silences + 1 : 0,
  };
}

/** The question at the end; a task that asks without a question mark ("Tell me your name.") asks with its last sentence. */
function askedIn(text: string): string {
  return lastQuestion(text) || (text.split(/(?<=[.!?।])\s+/).at(-1) ?? "").slice(0, 600);
}
