/** A day and a time of day as a clock on the wall shows them, without saying where. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the text names a time zone of the IANA database ("Asia/Kolkata"). */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock in a zone shows at a moment. */
export function wallTime(at: Date, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [year, month, day] = [of("year"), of("month"), of("day")];
  return { year, month, day, hour: of("hour"), minute: of("minute"), second: of("second") };
}

/** The date in a zone at a moment, `YYYY-MM-DD`. */
export function localDay(at: Date, zone: string): string {
  return dayText(wallTime(at, zone));
}

/** Minutes since midnight on the wall clock in a zone, 0 to 1439. */
export function minuteOfDay(at: Date, zone: string): number {
  const wall = wallTime(at, zone);
  return wall.hour * 60 + wall.minute;
}

/** The day of the week in a zone, 0 for Sunday. */
export function weekdayOf(at: Date, zone: string): number {
  const wall = wallTime(at, zone);
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
}

/**
 * The moment at which the wall clock in a zone shows a day (`YYYY-MM-DD`) and a time (`HH:MM`). A time that occurs
 * twice (clocks go back) is the first one; a time that does not occur (clocks go forward) moves on by the gap,
 * so 02:30 becomes 03:30.
 */
export function momentOf(day: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // Offsets a day before and a day after are those on both sides of any change.
  const before = asUtc - offsetAt(asUtc - 1440 * minute, zone);
  const after = asUtc - offsetAt(asUtc + 1440 * minute, zone);
  const fits = [before, after].filter((moment) => moment + offsetAt(moment, zone) === asUtc);
  return new Date(fits.length > 0 ? Math.min(...fits) : before);
}

/** Whether a day and time exist on the wall clock of a zone; false inside the hour that is skipped in spring. */
export function existsLocally(day: string, time: string, zone: string): boolean {
  const wall = wallTime(momentOf(day, time, zone), zone);
  return `${pad(wall.hour)}:${pad(wall.minute)}` === time && dayText(wall) === day;
}

/** The next moment strictly after `after` at which the wall clock in a zone shows `time` (`HH:MM`). */
export function nextLocalTime(after: Date, time: string, zone: string): Date {
  const today = localDay(after, zone);
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const moment = momentOf(addDays(today, ahead), time, zone);
    if (moment > after) return moment;
  }
  return new Date(after.getTime() + 1440 * minute);
}

/** A day so many days later, or earlier: `addDays("2028-02-28", 1)` is `2028-02-29`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A part of every day on the wall clock, `HH:MM` to `HH:MM`; it may go over midnight. Equal ends mean never. */
export type DailyWindow = { from: string; to: string };

/** Whether a moment lies in the window in a zone: the first minute does, the last does not. */
export function isWithin(window: DailyWindow, at: Date, zone: string): boolean {
  const [from, to, now] = [minutesOf(window.from), minutesOf(window.to), minuteOfDay(at, zone)];
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** The moment from which on sending is allowed again: `at` itself outside quiet hours, else their end. */
export function afterQuietHours(quiet: DailyWindow, at: Date, zone: string): Date {
  return isWithin(quiet, at, zone) ? nextLocalTime(at, quiet.to, zone) : at;
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}

/** How far the wall clock in a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const wall = wallTime(new Date(moment), zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(moment / 1000) * 1000;
}

function dayText(wall: WallTime): string {
  return `${String(wall.year).padStart(4, "0")}-${pad(wall.month)}-${pad(wall.day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
