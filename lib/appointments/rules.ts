import { addDays, momentOf, weekdayOf } from "@/lib/kernel/time";

/** A stretch of time, end exclusive. */
export type Span = { from: Date; to: Date };

/** Weekly hours and special days of the business and of its people, as the database has them. */
export type Hours = {
  weekly: { staffId: string | null; weekday: number; opensAt: string; closesAt: string }[];
  overrides: { staffId: string | null; day: string; opensAt: string | null; closesAt: string | null }[];
};

/**
 * When somebody works on a local day: their own hours where they have any, else the business's; a special day of the
 * person, then of the business, comes before the week. Both daylight-saving days come out right because every
 * boundary is a wall-clock time turned into a moment.
 */
export function workingSpans(hours: Hours, staffId: string, day: string, zone: string): Span[] {
  const special = overridesOf(hours, staffId, day) ?? overridesOf(hours, null, day);
  const spans = special ?? weeklyOf(hours, staffId, day, zone);
  return spans.map(({ opensAt, closesAt }) => ({
    from: momentOf(day, opensAt, zone),
    to: closing(day, closesAt, zone),
  }));
}

type Wall = { opensAt: string; closesAt: string };

function overridesOf(hours: Hours, staffId: string | null, day: string): Wall[] | null {
  const rows = hours.overrides.filter((row) => row.staffId === staffId && row.day === day);
  if (rows.length === 0) return null;
  return rows.flatMap(({ opensAt, closesAt }) => (opensAt && closesAt ? [{ opensAt, closesAt }] : []));
}

function weeklyOf(hours: Hours, staffId: string, day: string, zone: string): Wall[] {
  const weekday = weekdayOf(momentOf(day, "12:00", zone), zone);
  const own = hours.weekly.filter((row) => row.staffId === staffId);
  const rows = own.length > 0 ? own : hours.weekly.filter((row) => row.staffId === null);
  return rows.filter((row) => row.weekday === weekday).sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
}

function closing(day: string, time: string, zone: string): Date {
  return time === "24:00" ? momentOf(addDays(day, 1), "00:00", zone) : momentOf(day, time, zone);
}

/** Where slots begin inside working hours, in minutes after opening. */
const gridMinutes = 15;

/**
 * Starts at which something of `minutes` (+ `buffer` kept free after it) fits into the working spans beside what is
 * busy. Every start lies on a 15-minute grid from the opening.
 */
export function freeStarts(
  work: readonly Span[],
  busy: readonly Span[],
  length: { minutes: number; buffer: number },
  notBefore: Date,
): Date[] {
  return work.flatMap(({ from, to }) => {
    const starts: Date[] = [];
    for (let at = from.getTime(); at + length.minutes * 60_000 <= to.getTime(); at += gridMinutes * 60_000) {
      const blocked: Span = {
        from: new Date(at),
        to: new Date(at + (length.minutes + length.buffer) * 60_000),
      };
      if (blocked.from >= notBefore && !busy.some((one) => overlaps(one, blocked))) starts.push(blocked.from);
    }
    return starts;
  });
}

/** Whether two stretches share a moment. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether a stretch lies whole inside one of the working spans. */
export function fitsInto(work: readonly Span[], span: Span): boolean {
  return work.some((one) => one.from <= span.from && span.to <= one.to);
}
