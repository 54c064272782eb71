import { callTool } from "../tools/call-tool";
import { type Desk, joined, listed, type Reply, spoken, whenOf, yesNoOf } from "./desk";
import { inSentence, matchServices } from "./match-service";
import { Own, type Task } from "./memory";
import { pickByOrder, pickOffer } from "./pick";
import { beginMoving } from "./schedule";

/** Moves or cancels one of the caller's own appointments, after finding out which. */
export async function beginChange(desk: Desk, purpose: "move" | "cancel"): Promise<Reply> {
  const { say } = desk;
  const { abilities } = desk.conversing.receptionist;
  if (!abilities[purpose])
    return { text: joined(say.notAllowed, say.offerMessage), task: { kind: "offer_message" } };
  const own = await lookUp(desk);
  if (own.length === 0)
    return { text: joined(say.noAppointments, say.offerMessage), task: { kind: "offer_message" } };
  const meant = own.length > 1 ? narrow(desk, own) : own;
  const [only] = meant;
  if (meant.length === 1 && only) return changeOne(desk, purpose, only);
  return { text: say.whichAppointment(tell(desk, meant)), task: { kind: "choose_own", purpose, own: meant } };
}

/** Tells the caller of their own appointments. */
export async function tellOwn(desk: Desk): Promise<Reply> {
  const own = await lookUp(desk);
  const { say } = desk;
  if (own.length === 0)
    return { text: joined(say.noAppointments, say.anythingElse), task: { kind: "anything_else" } };
  return {
    text: joined(say.yourAppointments(tell(desk, own)), say.anythingElse),
    task: { kind: "anything_else" },
  };
}

/** Which of several appointments is meant; null when that was not said. */
export async function goOnChoosing(
  desk: Desk,
  task: Extract<Task, { kind: "choose_own" }>,
): Promise<Reply | null> {
  const byOrder = pickByOrder(desk.words, task.own.length);
  const byTime = pickOffer(
    desk,
    task.own.map(({ startsAt, staffId }) => ({ startsAt, staffId, staff: " " })),
  );
  const [only, ...others] = narrow(desk, task.own);
  const meant =
    task.own.find((one) => one.startsAt === byTime?.startsAt) ??
    (byOrder === null ? undefined : task.own[byOrder]) ??
    (others.length === 0 ? only : undefined);
  return meant ? changeOne(desk, task.purpose, meant) : null;
}

/** Cancels after a yes, keeps after a no. */
export async function goOnCancelling(
  desk: Desk,
  { own }: Extract<Task, { kind: "cancel" }>,
): Promise<Reply | null> {
  const { say, session } = desk;
  if (desk.intents.has("move")) return beginMoving(desk, own);
  const answer = yesNoOf(desk) ?? (desk.intents.has("cancel") ? true : null);
  if (answer === null) return null;
  if (!answer)
    return { text: joined(say.keptAppointment, say.anythingElse), task: { kind: "anything_else" } };
  const result = await callTool(session, "cancel_appointment", { appointmentId: own.id });
  if (!result.ok) return { text: joined(say.failed, say.offerMessage), task: { kind: "offer_message" } };
  const text = say.cancelled(named(desk, own.service), spoken(desk, own.startsAt));
  return { text: joined(text, say.anythingElse), task: { kind: "anything_else" } };
}

async function changeOne(desk: Desk, purpose: "move" | "cancel", own: Own): Promise<Reply> {
  if (purpose === "move") return beginMoving(desk, own);
  const text = desk.say.confirmCancel(inSentence(own.service, desk), spoken(desk, own.startsAt));
  return { text, task: { kind: "cancel", own } };
}

async function lookUp(desk: Desk): Promise<Own[]> {
  const result = await callTool(desk.session, "look_up_customer", {});
  const found = result.ok && Array.isArray(result.appointments) ? result.appointments : [];
  return found.flatMap((one) => {
    const read = Own.safeParse({ ...one, id: one.appointmentId });
    return read.success ? [read.data] : [];
  });
}

/** Those that fit the service or the day that was said; all of them when nothing was. */
function narrow(desk: Desk, own: readonly Own[]): Own[] {
  const services = matchServices(desk).map((one) => one.id);
  const days = whenOf(desk)?.days ?? null;
  const fitting = own.filter(
    (one) =>
      (services.length === 0 || services.includes(one.serviceId)) &&
      (!days || (one.startsAt.slice(0, 10) >= days.from && one.startsAt.slice(0, 10) <= days.to)),
  );
  return fitting.length > 0 ? fitting : [...own];
}

function tell(desk: Desk, own: readonly Own[]): string {
  return listed(
    own.slice(0, 4).map((one) => desk.say.at(inSentence(one.service, desk), spoken(desk, one.startsAt))),
    desk.say.and,
  );
}

function named(desk: Desk, service: string): string {
  return desk.language === "en" ? `your ${service.toLowerCase()}` : service;
}
