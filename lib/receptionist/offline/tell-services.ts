import { sayMoney } from "@/lib/language";
import { type Desk, joined, listed, type Reply } from "./desk";
import { matchServices, type Service } from "./match-service";

const mostTold = 6;

/** Prices: of the services that were named, else of the first few. */
export function tellPrice(desk: Desk): Reply {
  const { services } = desk.conversing.facts;
  const meant = meantServices(desk);
  const told = meant.length > 0 ? meant : services;
  if (told.length === 0) return { text: desk.say.offerMessage, task: { kind: "offer_message" } };
  const text = joined(...told.slice(0, meant.length > 0 ? 3 : mostTold).map((one) => priceOf(desk, one)));
  return withOffer(desk, text, meant);
}

/** How long services take. */
export function tellDuration(desk: Desk): Reply {
  const meant = meantServices(desk);
  const told = meant.length > 0 ? meant : desk.conversing.facts.services;
  return withOffer(
    desk,
    joined(...told.slice(0, 4).map((one) => desk.say.takes(one.name, one.minutes))),
    meant,
  );
}

/** What the business offers. */
export function tellServices(desk: Desk): Reply {
  const names = desk.conversing.facts.services.slice(0, 12).map((one) => one.name.toLowerCase());
  if (names.length === 0) return { text: desk.say.offerMessage, task: { kind: "offer_message" } };
  return {
    text: joined(desk.say.weOffer(listed(names, desk.say.and)), desk.say.anythingElse),
    task: { kind: "anything_else" },
  };
}

/** A service's name and nothing else: what it costs, how long it takes, and whether to book it. */
export function tellService(desk: Desk, service: Service): Reply {
  return withOffer(desk, priceOf(desk, service), [service]);
}

/** The services that were named, else the one that is being booked. */
function meantServices(desk: Desk): Service[] {
  const named = matchServices(desk);
  const { task } = desk.memory;
  if (named.length > 0 || task?.kind !== "schedule") return named;
  return desk.conversing.facts.services.filter((one) => one.id === task.serviceId);
}

function priceOf(desk: Desk, { name, priceMinor, minutes }: Service): string {
  if (priceMinor === null) return joined(desk.say.takes(name, minutes), desk.say.priceUnknown(name));
  return desk.say.priceIs(
    name,
    sayMoney(priceMinor, desk.conversing.facts.business.currency, desk.language),
    minutes,
  );
}

function withOffer(desk: Desk, text: string, meant: readonly Service[]): Reply {
  const [only] = meant;
  const canBook = desk.conversing.receptionist.abilities.book && only?.isBookable && meant.length === 1;
  if (!canBook || !only || desk.memory.task) return { text };
  return { text: joined(text, desk.say.bookIt), task: { kind: "offer_booking", serviceId: only.id } };
}
