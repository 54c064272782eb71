/** Dates of the 2010 API and of webhooks: RFC 2822 in GMT, as `Fri, 20 Nov 2026 10:00:00 +0000`. */
export function rfc2822(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}

/** The same, or null for what has not happened. */
export function rfc2822OrNull(date: Date | null): string | null {
  return date && rfc2822(date);
}

/** Dates of the newer APIs: ISO 8601 without fractions. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

/**
 * Whether `date` passes a list's filters `Name`, `Name<`, `Name>`: a day (`2026-11-20`) or a moment.
 * Both bounds are inclusive; a day as upper bound includes the whole day. What has no date passes only without filter.
 */
export function passesDateFilters(query: URLSearchParams, name: string, date: Date | null): boolean {
  const [on, before, after] = [query.get(name), query.get(`${name}<`), query.get(`${name}>`)];
  if (!on && !before && !after) return true;
  if (!date) return false;
  if (on && (date < startOf(on) || date > endOf(on))) return false;
  if (before && date > endOf(before)) return false;
  return !after || date >= startOf(after);
}

const DAY_MS = 86_400_000;

function startOf(given: string): Date {
  return new Date(given);
}

function endOf(given: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  return new Date(startOf(given).getTime() + (isDay ? DAY_MS - 1 : 999));
}
