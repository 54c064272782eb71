import { holdsAny } from "./phrase";
import { type DaySpan, readDay, type Today } from "./read-day";
import { type DayPart, readDayPart, readTime, type SaidTime } from "./read-time";

/** When somebody wants something, as far as they said. */
export type When = {
  days: DaySpan | null;
  part: DayPart | null;
  time: SaidTime | null;
  /** How the time is meant: exactly then, or from then on, or up to then. */
  side: "at" | "after" | "before";
  /** "As soon as possible", "any time". */
  isAnyTime: boolean;
};

const anyTime = [
  ...[
    "as soon as",
    "asap",
    "soonest",
    "earliest",
    "first available",
    "next available",
    "any time",
    "anytime",
    "any day",
    "whenever",
    "next opening",
    "soon",
    "urgently",
  ],
  ...[
    "जल्दी",
    "जल्द",
    "कभी भी",
    "सबसे पहले",
    "jaldi",
    "jald",
    "kabhi bhi",
    "sabse pehle",
    "lo antes posible",
    "cuanto antes",
    "cuando sea",
    "primera hora",
    "cualquier dia|hora|momento",
  ],
];
const after = ["after", "later than", "from", "onwards", "के बाद", "ke baad", "despues", "a partir"];
const before = ["before", "earlier than", "by", "until", "till", "से पहले", "se pehle", "antes", "hasta"];

/** Reads a day and a time out of plain words; null when there is neither. `wasAsked`: a bare number is a time. */
export function readWhen(words: string, today: Today, wasAsked = false): When | null {
  const days = readDay(words, today);
  const part = readDayPart(words);
  const time = readTime(words, wasAsked || days !== null);
  const isAnyTime = holdsAny(words, anyTime);
  if (!days && !part && !time && !isAnyTime) return null;
  const side = !time ? "at" : holdsAny(words, after) ? "after" : holdsAny(words, before) ? "before" : "at";
  return { days, part, time, side, isAnyTime };
}
