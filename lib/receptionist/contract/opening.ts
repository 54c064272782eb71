import { localDay, minuteOfDay, minutesOf, weekdayOf } from "@/lib/kernel/time";
import type { BusinessFacts } from "./facts";

/** A part of a day on the business's clock, `HH:MM`; closing may be 24:00. */
export type OpenSpan = { opensAt: string; closesAt: string };

/** The part of what is known that opening hours are read from. */
type OpeningFacts = Pick<BusinessFacts, "hours" | "overrides"> & { business: { timezone: string } };

/**
 * Whether a business is open at a moment, on its own clock. A special day comes before the week. A business that
 * never said when it is open counts as open.
 */
export function isOpenAt(facts: OpeningFacts, at: Date): boolean {
  const { timezone } = facts.business;
  const day = localDay(at, timezone);
  const isUnsaid = facts.hours.length === 0 && !facts.overrides.some((one) => one.day === day);
  if (isUnsaid) return true;
  const minute = minuteOfDay(at, timezone);
  return spansOn(facts, day, weekdayOf(at, timezone)).some(
    ({ opensAt, closesAt }) => minute >= minutesOf(opensAt) && minute < minutesOf(closesAt),
  );
}

/** When a business is open on a local day (`YYYY-MM-DD` with its weekday, 0 Sunday), earliest first; empty: closed. */
export function spansOn(facts: OpeningFacts, day: string, weekday: number): OpenSpan[] {
  const special = facts.overrides.filter((one) => one.day === day);
  const rows =
    special.length > 0
      ? special.flatMap(({ opensAt, closesAt }) => (opensAt && closesAt ? [{ opensAt, closesAt }] : []))
      : facts.hours.filter((one) => one.weekday === weekday);
  return rows
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt }))
    .sort((a, b) => minutesOf(a.opensAt) - minutesOf(b.opensAt));
}
