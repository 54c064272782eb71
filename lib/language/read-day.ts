import { addDays } from "@/lib/kernel/time";
import { holds, holdsAny } from "./phrase";
import { monthWords, numberWords, ordinalWords, weekdayWords } from "./words/calendar";

/** The day it is, on the business's clock. */
export type Today = { day: string; weekday: number; country: string };

/** One day (`from` equals `to`) or a stretch of days, `YYYY-MM-DD`, both ends included. */
export type DaySpan = { from: string; to: string };

/** Which day or days plain words name; null when none. "Friday" is the next one that comes. */
export function readDay(words: string, today: Today): DaySpan | null {
  const day = relativeDay(words, today) ?? datedDay(words, today) ?? weekday(words, today);
  return day ? { from: day, to: day } : stretch(words, today);
}

const dayAfterTomorrow = ["day after tomorrow", "परसों", "parso", "parson", "parsoon", "pasado manana"];
const tomorrow = ["tomorrow", "tomorow", "tmrw", "कल", "kal"];
const todayWords = [
  "today",
  "tonight",
  "this morning|afternoon|evening",
  "now",
  "right now",
  "आज",
  "aaj",
  "aj",
  "अभी",
  "abhi",
  "hoy",
  "esta manana|tarde|noche",
  "ahora",
];

function relativeDay(words: string, today: Today): string | null {
  if (holdsAny(words, dayAfterTomorrow)) return addDays(today.day, 2);
  if (holdsAny(words, tomorrow) || isSpanishTomorrow(words)) return addDays(today.day, 1);
  if (holdsAny(words, todayWords)) return today.day;
  const ahead = / (?:in|dentro de|en) (\d{1,2}|\S+) (day|days|week|weeks|dias|dia|semanas|semana)(?= )/u.exec(
    ` ${words} `,
  );
  const count = ahead ? readCount(ahead[1] ?? "") : null;
  if (!ahead || count === null) return null;
  return addDays(today.day, /^(week|seman)/.test(ahead[2] ?? "") ? count * 7 : count);
}

/** "Mañana" alone is tomorrow; "por la mañana" is the morning. */
function isSpanishTomorrow(words: string): boolean {
  return holds(words.replace(/(?:por|de|en|esta) (?:la )?manana/g, " "), "manana");
}

function readCount(word: string): number | null {
  if (word === "a" || word === "un") return 1;
  return /^\d+$/.test(word) ? Number(word) : (numberWords[word] ?? null);
}

function datedDay(words: string, today: Today): string | null {
  const month = monthWords.findIndex((names) => holdsAny(words, names));
  const date = dateOfMonth(words, month >= 0);
  if (month >= 0 && date !== null && !isOnlyVerb(words, month)) return nextDate(today.day, month + 1, date);
  const slashed = / (\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?= )/.exec(` ${words} `);
  if (slashed) {
    const [one, two] = [Number(slashed[1]), Number(slashed[2])];
    const isMonthFirst = today.country === "US" ? one <= 12 : two > 12;
    return nextDate(today.day, isMonthFirst ? one : two, isMonthFirst ? two : one);
  }
  return date === null || month >= 0 ? null : nextOfMonth(today.day, date);
}

/** "May" and "march" are verbs too, when no number stands beside them. */
function isOnlyVerb(words: string, month: number): boolean {
  const names = monthWords[month]?.join("|") ?? "";
  return (
    !holdsAny(words, [`${names} .. 1*|2*|3*|4*|5*|6*|7*|8*|9*`]) &&
    !new RegExp(`\\d(?:st|nd|rd|th)?(?: of| de)? (?:${names})( |$)`, "u").test(words)
  );
}

function dateOfMonth(words: string, hasMonth: boolean): number | null {
  const padded = ` ${words} `;
  const ordinal =
    / (\d{1,2})(?:st|nd|rd|th)(?= )/.exec(padded) ?? / (\d{1,2}) (?:तारीख|tarikh|tareekh)(?= )/u.exec(padded);
  const spanish = / (?:el|dia) (\d{1,2})(?! (?:y|de la|por la))(?= )/.exec(padded);
  const bare = hasMonth ? / (\d{1,2})(?= )/.exec(padded) : null;
  const found = ordinal ?? spanish ?? bare;
  const spoken = / the (\S+)(?! one| time| slot)(?= )/.exec(padded);
  const date = found ? Number(found[1]) : spoken && hasMonth ? (ordinalWords[spoken[1] ?? ""] ?? 0) : 0;
  return date >= 1 && date <= 31 ? date : null;
}

function nextDate(today: string, month: number, date: number): string | null {
  const year = Number(today.slice(0, 4));
  return (
    [year, year + 1].map((one) => dayOf(one, month, date)).find((day) => day !== null && day >= today) ?? null
  );
}

function nextOfMonth(today: string, date: number): string | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const candidates = [0, 1, 2].map((ahead) =>
    dayOf(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, date),
  );
  return candidates.find((day) => day !== null && day >= today) ?? null;
}

/** The day as text; null when the month has no such date. */
function dayOf(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 ? day.toISOString().slice(0, 10) : null;
}

const nextWords = ["next", "अगले", "अगली", "agle", "agli", "proximo", "proxima", "que viene"];

function weekday(words: string, today: Today): string | null {
  const wanted = weekdayWords.findIndex((names) => holdsAny(words, names));
  if (wanted < 0) return null;
  const ahead = (wanted - today.weekday + 7) % 7 || 7;
  // "Next Friday", said on Wednesday, is not the day after tomorrow; weeks begin on Monday.
  const isThisWeek = (today.weekday + 6) % 7 < (wanted + 6) % 7;
  return addDays(today.day, holdsAny(words, nextWords) && isThisWeek ? ahead + 7 : ahead);
}

function stretch(words: string, today: Today): DaySpan | null {
  const toMonday = (8 - today.weekday) % 7 || 7;
  const week = [
    "next week",
    "अगले हफ्ते",
    "अगले सप्ताह",
    "agle hafte|hafta|saptah",
    "proxima semana",
    "semana que viene",
    "semana proxima",
  ];
  if (holdsAny(words, week))
    return { from: addDays(today.day, toMonday), to: addDays(today.day, toMonday + 6) };
  if (holdsAny(words, ["weekend", "fin de semana", "वीकेंड", "weekend"])) {
    const toSaturday = (6 - today.weekday + 7) % 7;
    return { from: addDays(today.day, toSaturday), to: addDays(today.day, toSaturday + 1) };
  }
  const thisWeek = ["this week", "इस हफ्ते", "is hafte", "esta semana"];
  return holdsAny(words, thisWeek) ? { from: today.day, to: addDays(today.day, toMonday - 1) } : null;
}
