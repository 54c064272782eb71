import { tellingWords } from "@/lib/language";
import { type Desk, joined, type Reply, says, whenOf, yesNoOf } from "./desk";
import { matchServices, type Service } from "./match-service";
import { beginMessage } from "./message";
import { beginChange, tellOwn } from "./own";
import { answerComplaint, answerPersonWish, asksForListed } from "./people";
import { recallService, wasOfferingMessage, wasScheduling } from "./recall";
import { beginBooking } from "./schedule";
import { answerSmallTalk } from "./small-talk";
import { findAnswer } from "./tell-answer";
import { tellHours } from "./tell-hours";
import { tellPlace, textPlace } from "./tell-place";
import { tellDuration, tellPrice, tellService, tellServices } from "./tell-services";

const questions = [
  "how",
  "what",
  "do you",
  "does",
  "is there",
  "are there",
  "which",
  "who",
  "क्या",
  "कैसे",
  "kya",
  "kaise",
  "que",
  "como",
  "cual",
  "hay",
  "tienen",
  "aceptan",
];

/** Answers a new wish; null when nothing was understood. */
export async function answerWish(desk: Desk): Promise<Reply | null> {
  const known = says(desk, questions) ? findAnswer(desk) : null;
  if (known?.isSure) return { text: known.answer };
  return (
    (await answerDeed(desk)) ??
    answerQuestion(desk, known?.answer ?? null) ??
    answerSmallTalk(desk) ??
    (await answerFragment(desk))
  );
}

/** Wishes that lead to a deed, the most pressing first. */
async function answerDeed(desk: Desk): Promise<Reply | null> {
  const { intents } = desk;
  if (intents.has("message") && !intents.has("complaint")) return beginMessage(desk);
  if (intents.has("human") || asksForListed(desk)) return answerPersonWish(desk);
  if (intents.has("complaint")) return answerComplaint(desk);
  if (intents.has("my_appointments")) return tellOwn(desk);
  if (intents.has("move")) return beginChange(desk, "move");
  if (intents.has("cancel")) return beginChange(desk, "cancel");
  if (intents.has("text_me")) return textPlace(desk);
  if (intents.has("book") && !isOnlyQuestion(desk)) return beginBooking(desk);
  return null;
}

/** "How much is an appointment?" asks; it does not book. */
function isOnlyQuestion({ intents }: Desk): boolean {
  return (["price", "duration", "services", "hours"] as const).some((intent) => intents.has(intent));
}

/** Up to two questions in one breath. */
function answerQuestion(desk: Desk, known: string | null): Reply | null {
  const { intents } = desk;
  const parts: Reply[] = [];
  if (intents.has("hours")) parts.push({ text: tellHours(desk) });
  if (intents.has("address")) parts.push({ text: joined(tellPlace(desk).text, known) });
  if (intents.has("price")) parts.push(tellPrice(desk));
  else if (intents.has("duration")) parts.push(tellDuration(desk));
  else if (intents.has("services")) parts.push(tellServices(desk));
  const [first, second] = parts;
  if (!first) return null;
  return second
    ? { text: joined(first.text, second.text), ...(second.task === undefined ? {} : { task: second.task }) }
    : first;
}

/** A service, a time or a word that means something only after what was said before. */
async function answerFragment(desk: Desk): Promise<Reply | null> {
  const [service, ...others] = matchServices(desk);
  const when = whenOf(desk, false);
  const answer = when ? null : findAnswer(desk);
  if (service && others.length === 0 && !(answer && saysMoreThan(desk, service)))
    return when ? beginBooking(desk, service.id) : tellService(desk, service);
  if (answer) return { text: answer.answer };
  if (when?.days || when?.time || others.length > 0 || says(desk, appointment)) return beginBooking(desk);
  return answerYesNo(desk);
}

const appointment = ["appointment*", "booking", "cita", "अपॉइंटमेंट"];

/** Whether there is more in what was said than the name of a service. */
function saysMoreThan(desk: Desk, { name, description }: Service): boolean {
  const known = tellingWords(`${name} ${description}`);
  return tellingWords(desk.input.said).some((word) => !known.includes(word));
}

/** A bare yes or no answers what a model asked before it failed. */
async function answerYesNo(desk: Desk): Promise<Reply | null> {
  const agrees = yesNoOf(desk);
  if (agrees === null) return null;
  if (!agrees) return { text: desk.say.noProblem };
  if (wasScheduling(desk))
    return beginBooking(desk, recallService(desk, desk.conversing.facts.services)?.id ?? null);
  return wasOfferingMessage(desk) ? beginMessage(desk) : { text: desk.say.howCanIHelp };
}
