import { sayChoice, sayDay, sayMoney, type When } from "@/lib/language";
import { nameOf } from "../contract/caller";
import { spansOn } from "../contract/opening";
import { callTool } from "../tools/call-tool";
import { momentOfLocal } from "../tools/local-time";
import { type Desk, joined, listed, type Reply, spoken, whenOf, yesNoOf } from "./desk";
import { findFrom, findOffers } from "./find-offers";
import { bookable, inSentence, matchServices, type Service, serviceOf } from "./match-service";
import type { Offer, Own, Scheduling } from "./memory";
import { pickByOrder, pickOffer } from "./pick";
import { recallService } from "./recall";

/** Begins to find a time for a new appointment. */
export async function beginBooking(desk: Desk, serviceId: string | null = null): Promise<Reply> {
  const { conversing, say } = desk;
  const services = bookable(desk);
  if (!conversing.receptionist.abilities.book || services.length === 0 || conversing.facts.staff.length === 0)
    return { text: joined(say.cannotBook, say.offerMessage), task: { kind: "offer_message" } };
  if (!conversing.caller.customerId && !conversing.isRehearsal)
    return { text: joined(say.hiddenNumber, say.offerMessage), task: { kind: "offer_message" } };
  const meant = serviceId ? services.filter((one) => one.id === serviceId) : matchServices(desk, services);
  const remembered = meant.length === 0 ? recallService(desk, services) : null;
  const sure =
    meant.length === 1 ? meant[0] : (remembered ?? (services.length === 1 ? services[0] : undefined));
  const task: Scheduling = {
    ...{
      kind: "schedule",
      stage: "when",
      serviceId: sure?.id ?? null,
      staffId: staffSaid(desk),
      movingId: null,
      offers: [],
    },
  };
  if (!sure) return askService(desk, task, meant.length > 1 ? meant : services);
  return search(desk, task, whenOf(desk));
}

/** Begins to find another time for one of the caller's appointments. */
export async function beginMoving(desk: Desk, own: Own): Promise<Reply> {
  const task: Scheduling = {
    ...{
      kind: "schedule",
      stage: "when",
      serviceId: own.serviceId,
      staffId: null,
      movingId: own.id,
      offers: [],
    },
  };
  const when = whenOf(desk);
  if (when && !isOwnTime(when, own)) return search(desk, task, when);
  return { text: desk.say.moveTo(inSentence(own.service, desk), spoken(desk, own.startsAt)), task };
}

/** "My Friday appointment" names the old day, not a new one. */
function isOwnTime(when: When, own: Own): boolean {
  const day = own.startsAt.slice(0, 10);
  return when.time === null && when.days !== null && when.days.from <= day && day <= when.days.to;
}

/** Goes on finding a time; null when what was said is about something else. */
export async function goOnScheduling(desk: Desk, task: Scheduling): Promise<Reply | null> {
  switch (task.stage) {
    case "service":
      return chooseService(desk, task);
    case "when":
      return whenOf(desk, true) ? search(desk, task, whenOf(desk, true)) : null;
    case "choose":
      return choose(desk, task);
    case "confirm":
      return decide(desk, task);
  }
}

async function chooseService(desk: Desk, task: Scheduling): Promise<Reply | null> {
  if (asksOnly(desk)) return null;
  const services = bookable(desk);
  const meant = matchServices(desk, services);
  const byOrder = meant.length === 0 ? pickByOrder(desk.words, services.length) : null;
  const sure = meant.length === 1 ? meant[0] : byOrder === null ? undefined : services[byOrder];
  if (sure) return search(desk, { ...task, serviceId: sure.id }, whenOf(desk));
  return meant.length > 1 ? askService(desk, task, meant) : null;
}

/** A question about a service is not yet a choice of it. */
function asksOnly(desk: Desk): boolean {
  return (
    (["price", "duration", "hours", "address"] as const).some((intent) => desk.intents.has(intent)) &&
    !whenOf(desk)
  );
}

function askService(desk: Desk, task: Scheduling, services: readonly Service[]): Reply {
  const names = services.slice(0, 6).map((one) => inSentence(one.name, desk));
  return { text: desk.say.whichService(listed(names, desk.say.or)), task: { ...task, stage: "service" } };
}

/** Looks for times and names at most two. */
async function search(desk: Desk, task: Scheduling, when: When | null): Promise<Reply> {
  const { say } = desk;
  const service = serviceOf(desk, task.serviceId);
  if (!service) return { text: joined(say.cannotBook, say.offerMessage), task: { kind: "offer_message" } };
  const asked: Scheduling = { ...task, staffId: staffSaid(desk) ?? task.staffId };
  const found = await findOffers(desk, asked, when);
  const [first] = found.offers;
  if (found.fit === "exact" && first) return confirm(desk, asked, first);
  if (found.fit === "none") return elsewhere(desk, asked, when);
  const times = timesOf(desk, found.offers);
  const name = inSentence(service.name, desk);
  const text =
    found.fit === "close" ? say.notFreeThen(times) : when ? say.free(name, times) : say.nextFree(name, times);
  return { text, task: { ...asked, stage: "choose", offers: found.offers } };
}

/** Nothing on the wished days: says why, and names the next times. */
async function elsewhere(desk: Desk, task: Scheduling, when: When | null): Promise<Reply> {
  const { say } = desk;
  const day = when?.days?.from ?? null;
  const offers = await findFrom(desk, task, day);
  const why = day && when?.days?.from === when?.days?.to ? whyNot(desk, day) : null;
  if (offers.length === 0)
    return { text: joined(why, say.nothingFree, say.offerMessage), task: { kind: "offer_message" } };
  return {
    text: joined(why, say.instead(timesOf(desk, offers))),
    task: { ...task, stage: "choose", offers },
  };
}

function whyNot(desk: Desk, day: string): string {
  const { facts } = desk.conversing;
  const said = sayDay(day, desk.today.day, desk.language);
  // A business that never said when it is open is not closed; it only has no times to give.
  const isUnsaid = facts.hours.length === 0 && !facts.overrides.some((one) => one.day === day);
  const isClosed = !isUnsaid && spansOn(facts, day, new Date(`${day}T00:00:00Z`).getUTCDay()).length === 0;
  const reason = facts.overrides.find((one) => one.day === day)?.reason ?? "";
  return isClosed ? desk.say.closedThatDay(said, reason) : desk.say.fullThatDay(said);
}

async function choose(desk: Desk, task: Scheduling): Promise<Reply | null> {
  const picked = pickOffer(desk, task.offers);
  if (picked) return confirm(desk, task, picked);
  const when = whenOf(desk, true);
  if (when) return search(desk, task, when);
  const answer = yesNoOf(desk);
  if (answer === false) return { text: desk.say.whichDay, task: { ...task, stage: "when" } };
  return answer ? { text: desk.say.whichOne(timesOf(desk, task.offers)), task } : null;
}

function confirm(desk: Desk, task: Scheduling, offer: Offer): Reply {
  const service = serviceOf(desk, task.serviceId);
  const moment = spoken(desk, offer.startsAt);
  const { currency } = desk.conversing.facts.business;
  const price = service?.priceMinor == null ? null : sayMoney(service.priceMinor, currency, desk.language);
  const name = inSentence(service?.name ?? "", desk);
  const text = task.movingId
    ? desk.say.confirmMove(
        desk.language === "en" ? `your ${service?.name.toLowerCase()}` : name,
        moment,
        offer.staff,
      )
    : desk.say.confirm(name, moment, offer.staff, price);
  return { text, task: { ...task, stage: "confirm", offers: [offer] } };
}

async function decide(desk: Desk, task: Scheduling): Promise<Reply | null> {
  const [offer] = task.offers;
  const answer = yesNoOf(desk);
  const when = whenOf(desk, answer !== true);
  const isOther = when !== null && pickOffer(desk, task.offers) === null;
  if (isOther && (answer !== true || when.time !== null)) return search(desk, task, when);
  if (answer === true && offer) return commit(desk, task, offer);
  return answer === false ? { text: desk.say.whichDay, task: { ...task, stage: "when" } } : null;
}

/** Does it: a real row, or the honest reason why not. */
async function commit(desk: Desk, task: Scheduling, offer: Offer): Promise<Reply> {
  const { say, session } = desk;
  const chosen = { startsAt: offer.startsAt, staffId: offer.staffId };
  const result = task.movingId
    ? await callTool(session, "move_appointment", { appointmentId: task.movingId, ...chosen })
    : await callTool(session, "book_appointment", { serviceId: task.serviceId, ...chosen });
  if (!result.ok) return refused(desk, task, offer, result.reason);
  const service = serviceOf(desk, task.serviceId)?.name ?? "";
  const moment = spoken(desk, offer.startsAt);
  if (task.movingId) {
    const name = desk.language === "en" ? `your ${service.toLowerCase()}` : service;
    return { text: joined(say.moved(name, moment), say.anythingElse), task: { kind: "anything_else" } };
  }
  const done = say.booked(
    desk.language === "en" ? `your ${service.toLowerCase()}` : service,
    moment,
    offer.staff,
  );
  if (nameOf(desk.conversing) === null) return { text: joined(done, say.askName), task: { kind: "name" } };
  return { text: joined(done, say.anythingElse), task: { kind: "anything_else" } };
}

async function refused(desk: Desk, task: Scheduling, offer: Offer, reason: string): Promise<Reply> {
  const { say } = desk;
  const offers =
    reason === "taken" || reason === "past" ? await findFrom(desk, task, offer.startsAt.slice(0, 10)) : [];
  if (offers.length > 0)
    return {
      text: joined(say.justTaken, say.instead(timesOf(desk, offers))),
      task: { ...task, stage: "choose", offers },
    };
  const why = reason === "not_allowed" ? say.notAllowed : say.failed;
  return { text: joined(why, say.offerMessage), task: { kind: "offer_message" } };
}

function timesOf(desk: Desk, offers: readonly Offer[]): string {
  const zone = desk.conversing.facts.business.timezone;
  const moments = offers.flatMap((offer) => momentOfLocal(offer.startsAt, zone) ?? []);
  return sayChoice(moments, desk.now, zone, desk.language);
}

/** The person who was named ("with Dr. Rao"). */
function staffSaid(desk: Desk): string | null {
  const said = ` ${desk.words} `;
  const named = desk.conversing.facts.staff.filter(({ name }) => {
    const last = name.toLowerCase().split(/\s+/).at(-1) ?? "";
    return last.length > 2 && said.includes(` ${last} `);
  });
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
