import { addDays, momentOf, weekdayOf } from "@/lib/kernel/time";

/** Where in the calendar one is. */
export type CalendarPlace = { day: string; view: "day" | "week" };

/** Reads the place from the address; today and the week where it says nothing. */
export function placeFrom(search: Pick<URLSearchParams, "get">, today: string): CalendarPlace {
  const day = search.get("day") ?? "";
  return {
    day: /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : today,
    view: search.get("view") === "day" ? "day" : "week",
  };
}

/** The address of a place. */
export function placePath({ day, view }: CalendarPlace): string {
  return `/appointments?day=${day}${view === "day" ? "&view=day" : ""}`;
}

/** The days that are shown: one, or those of the week from Monday on. */
export function daysOf({ day, view }: CalendarPlace): string[] {
  if (view === "day") return [day];
  const sinceMonday = (weekdayOf(new Date(`${day}T12:00:00Z`), "UTC") + 6) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - sinceMonday));
}

/** From the first moment of the first day to the last of the last, where the business is. */
export function spanOf(days: readonly string[], zone: string): { from: string; to: string } {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return {
    from: momentOf(first, "00:00", zone).toISOString(),
    to: momentOf(addDays(last, 1), "00:00", zone).toISOString(),
  };
}

/** "Mon 23 Nov". */
export function dayWords(day: string, form: "short" | "long" = "short"): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", {
    ...{ weekday: form, day: "numeric", month: form, timeZone: "UTC" },
    ...(form === "long" ? { year: "numeric" } : {}),
  });
}
