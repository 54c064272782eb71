const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const formats = new Map<string, Intl.DateTimeFormat>();

/** short: a list row ("4 min", "Yesterday", "Tue", "12 Oct"); long: the same with the time of day. */
export type TimeForm = "short" | "long";

/** A moment in words: relative under a day, then with weekday or date. Zones as IANA names; a foreign one is named. */
export function timeWords(
  at: Date,
  now: Date,
  zone: string,
  form: TimeForm = "short",
  readerZone = zone,
): string {
  const distance = now.getTime() - at.getTime();
  if (Math.abs(distance) < day && form === "short") return nearWords(distance, at, now, zone);
  const date = dateWords(at, now, zone);
  return form === "long" ? `${date} ${clockWords(at, zone, readerZone)}` : date;
}

/** The time of day, "09:41"; with the zone's short name when it is not the reader's: "09:41 PST". */
export function clockWords(at: Date, zone: string, readerZone: string = zone): string {
  const time = formatOf(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  return sameOffset(at, zone, readerZone) ? time : `${time} ${zoneName(at, zone)}`;
}

/** Everything, for a tooltip: "Friday 24 November 2026, 10:00 GMT+5:30". */
export function fullWords(at: Date, zone: string): string {
  const date = formatOf(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at);
  return `${date.replace(",", "")}, ${clockWords(at, zone)} ${zoneName(at, zone)}`;
}

function nearWords(distance: number, at: Date, now: Date, zone: string): string {
  const away = Math.abs(distance);
  if (away < minute) return "now";
  if (away >= 12 * hour && dayNumber(at, zone) !== dayNumber(now, zone)) return dateWords(at, now, zone);
  const words = away < hour ? `${Math.floor(away / minute)} min` : `${Math.floor(away / hour)} h`;
  return distance < 0 ? `in ${words}` : words;
}

function dateWords(at: Date, now: Date, zone: string): string {
  const days = dayNumber(now, zone) - dayNumber(at, zone);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days === -1) return "Tomorrow";
  if (days > 1 && days < 7) return formatOf(zone, { weekday: "short" }).format(at);
  const isFarOff = Math.abs(days) > 180;
  return formatOf(zone, { day: "numeric", month: "short", ...(isFarOff && { year: "numeric" }) }).format(at);
}

function dayNumber(at: Date, zone: string): number {
  const text = formatOf(zone, { year: "numeric", month: "2-digit", day: "2-digit" }, "sv-SE").format(at);
  return Math.round(Date.parse(text) / day);
}

function sameOffset(at: Date, zone: string, other: string): boolean {
  return zone === other || offsetName(at, zone) === offsetName(at, other);
}

function offsetName(at: Date, zone: string): string {
  return partOf(formatOf(zone, { timeZoneName: "longOffset" }), at);
}

function zoneName(at: Date, zone: string): string {
  return partOf(formatOf(zone, { timeZoneName: "short" }, localeKnowing(zone)), at);
}

/** Each English knows the short zone names of its own part of the world, and "GMT+5:30" for the rest. */
function localeKnowing(zone: string): string {
  if (zone.startsWith("America/") || zone === "Pacific/Honolulu") return "en-US";
  if (zone === "Asia/Kolkata" || zone === "Asia/Calcutta") return "en-IN";
  return zone.startsWith("Australia/") ? "en-AU" : "en-GB";
}

function partOf(format: Intl.DateTimeFormat, at: Date): string {
  return format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** Making a format is slow and lists hold hundreds of times, so each kind is made once. */
function formatOf(zone: string, options: Intl.DateTimeFormatOptions, locale = "en-GB"): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.entries(options).join()}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}
