import { type Desk, joined, type Reply, yesNoOf } from "./desk";
import type { Task } from "./memory";
import { beginMessage, hearName, writeDown } from "./message";
import { goOnCancelling, goOnChoosing } from "./own";
import { transferTo } from "./people";
import { beginBooking, goOnScheduling } from "./schedule";

/** Goes on with the question that is open; null when what was said does not answer it. */
export async function goOn(desk: Desk, task: Task): Promise<Reply | null> {
  if (isElsewhere(desk, task)) return null;
  switch (task.kind) {
    case "schedule":
      return goOnScheduling(desk, task);
    case "choose_own":
      return goOnChoosing(desk, task);
    case "cancel":
      return goOnCancelling(desk, task);
    case "message":
      return writeDown(desk);
    case "name":
      return hearName(desk);
    default:
      return answerOffer(desk, task);
  }
}

/** Somebody who drops the matter, or asks for a person, is not held to the open question. */
function isElsewhere({ intents }: Desk, task: Task): boolean {
  if (task.kind === "message") return intents.has("never_mind") && intents.size === 1;
  if (intents.has("human") || intents.has("complaint") || intents.has("goodbye")) return true;
  if (intents.has("never_mind") && task.kind !== "cancel") return true;
  if (intents.has("cancel")) return task.kind === "schedule";
  return intents.has("repeat") || intents.has("robot");
}

type OfferTask = Extract<Task, { kind: "person" | "offer_message" | "offer_booking" | "anything_else" }>;

async function answerOffer(desk: Desk, task: OfferTask): Promise<Reply | null> {
  const answer = desk.intents.size > (desk.intents.has("thanks") ? 1 : 0) ? null : yesNoOf(desk);
  const { say } = desk;
  if (answer === null) return null;
  if (!answer) {
    const goodbye = say.goodbye(desk.conversing.facts.business.name);
    if (task.kind === "anything_else") return { text: goodbye, next: { do: "hang_up" }, task: null };
    if (task.kind === "person") return { text: say.offerMessage, task: { kind: "offer_message" } };
    return { text: joined(say.anythingElse), task: { kind: "anything_else" } };
  }
  switch (task.kind) {
    case "person":
      return transferTo(desk, { id: task.targetId, label: task.label });
    case "offer_message":
      return beginMessage(desk);
    case "offer_booking":
      return beginBooking(desk, task.serviceId);
    case "anything_else":
      return { text: say.howCanIHelp, task: null };
  }
}
