/** A day in words: "Friday 20 November". */
export function dayWords(day: string, form: "long" | "short" = "long"): string {
  const month = form === "long" ? "long" : "short";
  const date = new Date(`${day}T12:00:00Z`);
  return date
    .toLocaleDateString("en-GB", {
      weekday: form === "long" ? "long" : "short",
      day: "numeric",
      month,
      timeZone: "UTC",
    })
    .replace(",", "");
}

/** A zone as people name it: "New York time". */
export function zoneWords(timezone: string): string {
  const place = timezone.split("/").at(-1)?.replaceAll("_", " ") ?? timezone;
  return place === "UTC" ? "UTC" : `${place} time`;
}

/** A share as a whole percentage; a dash for nothing to share. */
export function percentWords(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}

/** "1 call", "2 calls". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
