import { addDays, localDay, minuteOfDay, weekdayOf } from "@/lib/kernel/time";
import type { Language } from "./languages";

const locales = { en: "en-US", hi: "hi-IN", es: "es-ES" } as const satisfies Record<Language, string>;

/** A moment as people say it on the business's clock: "tomorrow, Friday the 24th, at 10 in the morning". */
export function sayMoment(at: Date, now: Date, zone: string, language: Language): string {
  const day = sayDay(localDay(at, zone), localDay(now, zone), language);
  const time = sayTime(minuteOfDay(at, zone), language);
  switch (language) {
    case "hi":
      return `${day} ${time}`;
    case "es":
      return `${day} ${time}`;
    default:
      return `${day.includes(",") ? `${day},` : day} at ${time}`;
  }
}

/** Several moments in one breath, the day said once when it is the same: "Monday the 23rd at 8 in the morning or 10 in the morning". */
export function sayChoice(moments: readonly Date[], now: Date, zone: string, language: Language): string {
  const or = { en: "or", hi: "या", es: "o" }[language];
  const [first, ...rest] = moments;
  if (!first) return "";
  const isSameDay = rest.every((at) => localDay(at, zone) === localDay(first, zone));
  const others = rest.map((at) =>
    isSameDay ? sayTime(minuteOfDay(at, zone), language) : sayMoment(at, now, zone, language),
  );
  return [sayMoment(first, now, zone, language), ...others].join(` ${or} `);
}

/** A day as people say it, near ones by name: "tomorrow, Friday the 24th", "Friday the 24th", "Friday, December 4th". */
export function sayDay(day: string, today: string, language: Language): string {
  const near = nearWord(day, today, language);
  if (near && day === today) return near;
  const isFar = day.slice(0, 7) !== today.slice(0, 7) && day > addDays(today, 6);
  const date = new Date(`${day}T12:00:00Z`);
  const weekday = sayWeekday(date.getUTCDay(), language);
  const number = date.getUTCDate();
  const month = new Intl.DateTimeFormat(locales[language], { month: "long", timeZone: "UTC" }).format(date);
  switch (language) {
    case "hi": {
      const spoken = `${weekday}, ${number} ${isFar ? month : "तारीख"} को`;
      return near ? `${near}, ${spoken},` : spoken;
    }
    case "es": {
      const spoken = `el ${weekday} ${number}${isFar ? ` de ${month}` : ""}`;
      return near ? `${near}, ${spoken},` : spoken;
    }
    default: {
      const spoken = isFar ? `${weekday}, ${month} ${ordinal(number)}` : `${weekday} the ${ordinal(number)}`;
      return near ? `${near}, ${spoken}` : spoken;
    }
  }
}

// Making a formatter takes a hundred times as long as using it, and every turn of every call names a day.
const weekdays = new Map<Language, Intl.DateTimeFormat>();

/** The name of a weekday, 0 Sunday. */
export function sayWeekday(weekday: number, language: Language): string {
  const date = new Date(Date.UTC(2026, 10, 1 + weekday)); // the first of November 2026 is a Sunday
  const format =
    weekdays.get(language) ??
    new Intl.DateTimeFormat(locales[language], { weekday: "long", timeZone: "UTC" });
  weekdays.set(language, format);
  return format.format(date);
}

/** A time of day as people say it; `minute` counts from midnight: "10:30 in the morning", "सुबह 10:30 बजे", "a las 10:30 de la mañana". */
export function sayTime(minute: number, language: Language): string {
  const of24 = minute % 1440;
  const [hour, minutes] = [Math.floor(of24 / 60), of24 % 60];
  const clock = `${hour % 12 || 12}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
  const [noon, evening, night] = language === "hi" ? [12, 16, 20] : [12, 18, 21];
  const part = hour < noon ? 0 : hour < evening ? 1 : hour < night ? 2 : 3;
  switch (language) {
    case "hi":
      return `${["सुबह", "दोपहर", "शाम", "रात"][part]} ${clock} बजे`;
    case "es":
      return `a ${hour % 12 === 1 ? "la" : "las"} ${clock} ${["de la mañana", "de la tarde", "de la tarde", "de la noche"][part]}`;
    default:
      if (of24 === 720) return "noon";
      return of24 === 0
        ? "midnight"
        : `${clock} ${["in the morning", "in the afternoon", "in the evening", "at night"][part]}`;
  }
}

/** The day it is at a moment, as reading days needs it. */
export function todayIn(
  now: Date,
  zone: string,
  country: string,
): { day: string; weekday: number; country: string } {
  return { day: localDay(now, zone), weekday: weekdayOf(now, zone), country };
}

function nearWord(day: string, today: string, language: Language): string | null {
  const words = { en: ["today", "tomorrow"], hi: ["आज", "कल"], es: ["hoy", "mañana"] }[language];
  if (day === today) return words[0] ?? null;
  return day === addDays(today, 1) ? (words[1] ?? null) : null;
}

function ordinal(number: number): string {
  const ending = new Intl.PluralRules("en", { type: "ordinal" }).select(number);
  return `${number}${{ one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" }[ending]}`;
}
