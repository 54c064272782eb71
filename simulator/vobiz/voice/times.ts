/** `yyyy-MM-dd HH:mm:ss` in UTC, as in `SessionStart`. */
export function utcTime(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}

const IST_OFFSET_MS = 5.5 * 3_600_000;

/** The same in the account's own time, which for an Indian account is IST; the text does not say so. */
export function localTime(date: Date): string {
  return utcTime(new Date(date.getTime() + IST_OFFSET_MS));
}
