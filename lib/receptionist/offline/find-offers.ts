import { addDays, minutesOf } from "@/lib/kernel/time";
import type { When } from "@/lib/language";
import { spansOn } from "../contract/opening";
import { callTool } from "../tools/call-tool";
import type { Desk } from "./desk";
import { Offer, type Scheduling } from "./memory";

/** Free times for a wish: exactly as wished, close to it, or not on those days at all. */
export type Found = { fit: "exact" | "close" | "none" | "any"; offers: Offer[] };

/** Asks the calendar for times that fit what the caller said; without a wish, the next ones. */
export async function findOffers(desk: Desk, task: Scheduling, when: When | null): Promise<Found> {
  const days = daysOf(desk, task, when);
  const clock = when?.time ? clockOf(desk, when, days?.from ?? desk.today.day) : null;
  const offers = await ask(desk, task, {
    ...(days ? { fromDay: days.from, toDay: days.to } : {}),
    ...(when?.part && !clock ? { part: when.part } : {}),
    ...(clock && when?.side === "at" ? { near: clock } : {}),
    ...(clock && when?.side === "after" ? { notBefore: clock } : {}),
    ...(clock && when?.side === "before" ? { notAfter: clock } : {}),
  });
  const exact =
    clock && when?.side === "at" ? offers.filter((offer) => offer.startsAt.endsWith(`T${clock}`)) : [];
  if (exact.length > 0) return { fit: "exact", offers: exact.slice(0, 1) };
  if (offers.length === 0) return { fit: "none", offers: [] };
  return { fit: clock && when?.side === "at" ? "close" : "any", offers: twoOf(offers, clock) };
}

/** The next free times from a day on, whatever was wished. */
export async function findFrom(desk: Desk, task: Scheduling, day: string | null): Promise<Offer[]> {
  return twoOf(await ask(desk, task, day ? { fromDay: day, toDay: addDays(day, 30) } : {}), null);
}

async function ask(desk: Desk, task: Scheduling, wish: Record<string, string>): Promise<Offer[]> {
  const staff = task.staffId ? { staffId: task.staffId } : {};
  const result = await callTool(desk.session, "check_availability", {
    serviceId: task.serviceId,
    ...staff,
    ...wish,
  });
  const slots = result.ok && Array.isArray(result.slots) ? result.slots : [];
  return slots.flatMap((slot) => {
    const read = Offer.safeParse(slot);
    return read.success ? [read.data] : [];
  });
}

/** Two times to choose from: the two closest to the wish, else the first and one that differs. */
function twoOf(offers: readonly Offer[], clock: string | null): Offer[] {
  if (!clock) {
    const [first, ...rest] = offers;
    const other = rest.find((offer) => first && hoursBetween(first, offer) >= 2) ?? rest[0];
    return [first, other].filter((offer) => offer !== undefined);
  }
  const far = (offer: Offer) => Math.abs(minutesOf(offer.startsAt.slice(11)) - minutesOf(clock));
  return offers
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, 2)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

function hoursBetween(one: Offer, other: Offer): number {
  return (Date.parse(`${other.startsAt}Z`) - Date.parse(`${one.startsAt}Z`)) / 3_600_000;
}

/** The days meant: those said, else the day just talked about, else (with a time only) today or tomorrow. */
function daysOf(desk: Desk, task: Scheduling, when: When | null) {
  if (!when) return null;
  if (when.days) return when.days;
  const talked = task.offers[0]?.startsAt.slice(0, 10);
  if (talked && (when.time || when.part)) return { from: talked, to: talked };
  return when.time || when.part ? { from: desk.today.day, to: addDays(desk.today.day, 1) } : null;
}

/** "At four" of a business that opens at two is in the afternoon; "at nine" of one that closes at eight is in the morning. */
function clockOf(desk: Desk, when: When, day: string): string | null {
  if (!when.time) return null;
  const { minute, isHalfSure } = when.time;
  const other = (minute + 720) % 1440;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const spans = spansOn(desk.conversing.facts, day, weekday);
  const isOpen = (at: number) =>
    spans.some((span) => at >= minutesOf(span.opensAt) && at < minutesOf(span.closesAt));
  const meant = isHalfSure && !isOpen(minute) && isOpen(other) ? other : minute;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(meant / 60))}:${two(meant % 60)}`;
}
