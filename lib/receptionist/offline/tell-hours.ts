import { addDays, localDay, minuteOfDay, minutesOf } from "@/lib/kernel/time";
import { fitOf, sayDay, sayTime, sayWeekday } from "@/lib/language";
import { isOpenAt, type OpenSpan, spansOn } from "../contract/opening";
import { type Desk, joined, listed, says, whenOf } from "./desk";

const aboutGeneral = [
  "when",
  "what time",
  "hours",
  "timing*",
  "what days",
  "horario*",
  "a que hora",
  "कब",
  "कितने बजे",
  "kab",
  "kitne baje",
];
const aboutNow = [
  "now",
  "right now",
  "currently",
  "still",
  "at the moment",
  "अभी",
  "abhi",
  "ahora",
  "are|r you open",
  "you open",
  "esta|estan abierto|abiertos",
];

/** Answers when the business is open: now, on a day, on a holiday, or in general. */
export function tellHours(desk: Desk): string {
  const { facts } = desk.conversing;
  if (facts.hours.length === 0 && facts.overrides.length === 0) return desk.say.hoursUnknown;
  const holiday = holidaySaid(desk);
  if (holiday) return tellDay(desk, holiday);
  const days = whenOf(desk)?.days;
  if (
    days &&
    days.from === days.to &&
    (days.from !== desk.today.day || !says(desk, ["now", "अभी", "abhi", "ahora"]))
  )
    return tellDay(desk, days.from);
  return says(desk, aboutNow) && !says(desk, aboutGeneral) ? tellNow(desk) : tellWeek(desk);
}

/** When the business opens again, from now on; null when it never said. */
export function opensAgain(desk: Desk): string | null {
  const { facts } = desk.conversing;
  const minute = minuteOfDay(desk.now, facts.business.timezone);
  for (let ahead = 0; ahead < 15; ahead += 1) {
    const day = addDays(desk.today.day, ahead);
    const next = spansOf(desk, day).find((span) => ahead > 0 || minutesOf(span.opensAt) > minute);
    if (!next) continue;
    const time = sayTime(minutesOf(next.opensAt), desk.language);
    const said = sayDay(day, desk.today.day, desk.language);
    return desk.language === "en" ? `${said}${said.includes(",") ? "," : ""} at ${time}` : `${said} ${time}`;
  }
  return null;
}

/** Whether the business is open at this moment. */
export function isOpenNow(desk: Desk): boolean {
  return isOpenAt(desk.conversing.facts, desk.now);
}

function tellNow(desk: Desk): string {
  const { timezone } = desk.conversing.facts.business;
  const minute = minuteOfDay(desk.now, timezone);
  const span = spansOf(desk, localDay(desk.now, timezone)).find(
    (one) => minute >= minutesOf(one.opensAt) && minute < minutesOf(one.closesAt),
  );
  if (span) return desk.say.openUntil(sayTime(minutesOf(span.closesAt), desk.language));
  const again = opensAgain(desk);
  return again ? desk.say.opensAgain(again) : desk.say.closedNow(null);
}

function tellDay(desk: Desk, day: string): string {
  const spans = spansOf(desk, day);
  const said = sayDay(day, desk.today.day, desk.language);
  const reason = desk.conversing.facts.overrides.find((one) => one.day === day)?.reason ?? "";
  return spans.length > 0 ? desk.say.openOn(said, sayingSpans(desk, spans)) : desk.say.closedOn(said, reason);
}

/** The week in few words: days with the same hours together, Monday first; holidays of the next weeks after it. */
function tellWeek(desk: Desk): string {
  const week = [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({
    weekday,
    spans: sayingSpans(desk, weekly(desk, weekday)),
  }));
  const groups = week.reduce<{ from: number; to: number; spans: string }[]>((all, { weekday, spans }) => {
    const last = all.at(-1);
    if (last?.spans === spans) last.to = weekday;
    else all.push({ from: weekday, to: weekday, spans });
    return all;
  }, []);
  const open = groups
    .filter(({ spans }) => spans !== "")
    .map(({ from, to, spans }) => `${daysSaid(desk, from, to)} ${spans}`);
  if (open.length === 0) return desk.say.hoursUnknown;
  return joined(desk.say.weeklyHours(listed(open, desk.say.and)), nextHoliday(desk));
}

function daysSaid(desk: Desk, from: number, to: number): string {
  const first = sayWeekday(from, desk.language);
  return from === to ? first : desk.say.days(first, sayWeekday(to, desk.language));
}

function nextHoliday(desk: Desk): string | null {
  const until = addDays(desk.today.day, 14);
  const next = desk.conversing.facts.overrides.find((one) => one.day <= until && !one.opensAt);
  return next ? tellDay(desk, next.day) : null;
}

/** A holiday by its name ("are you open on Christmas?"). */
function holidaySaid(desk: Desk): string | null {
  const named = desk.conversing.facts.overrides.find(
    (one) => one.reason !== "" && fitOf(desk.input.said, one.reason) >= 0.4,
  );
  return named?.day ?? null;
}

function spansOf(desk: Desk, day: string): OpenSpan[] {
  return spansOn(desk.conversing.facts, day, new Date(`${day}T00:00:00Z`).getUTCDay());
}

function weekly(desk: Desk, weekday: number): OpenSpan[] {
  return desk.conversing.facts.hours
    .filter((one) => one.weekday === weekday)
    .sort((a, b) => minutesOf(a.opensAt) - minutesOf(b.opensAt));
}

function sayingSpans(desk: Desk, spans: readonly OpenSpan[]): string {
  const said = spans.map((span) =>
    desk.say.span(
      sayTime(minutesOf(span.opensAt), desk.language),
      sayTime(minutesOf(span.closesAt), desk.language),
    ),
  );
  return listed(said, desk.say.and);
}
