import { addDays, localDay } from "@/lib/kernel/time";

export type DayRange = { from?: string | undefined; to?: string | undefined };

/** Usual stretches of days, up to today where the business is. */
export function usualRanges(now: Date, timezone: string): { label: string; range: DayRange }[] {
  const today = localDay(now, timezone);
  const back = (days: number) => addDays(today, -days);
  return [
    { label: "Today", range: { from: today, to: today } },
    { label: "Yesterday", range: { from: back(1), to: back(1) } },
    { label: "Last 7 days", range: { from: back(6), to: today } },
    { label: "Last 30 days", range: { from: back(29), to: today } },
  ];
}

/** A stretch of days in words: "Today", "3 Nov – 9 Nov", "Since 3 Nov". */
export function rangeWords({ from, to }: DayRange, now: Date, timezone: string): string {
  const usual = usualRanges(now, timezone).find(({ range }) => range.from === from && range.to === to);
  if (usual) return usual.label;
  if (from && to) return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
  return from ? `Since ${dayWords(from)}` : to ? `Until ${dayWords(to)}` : "Dates";
}

function dayWords(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}
