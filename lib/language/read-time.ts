import { holdsAny } from "./phrase";
import { monthWords, numberWords } from "./words/calendar";

export const dayParts = ["morning", "afternoon", "evening", "night"] as const;
export type DayPart = (typeof dayParts)[number];

/** A time of day as it was said. `minute` counts from midnight; `isHalfSure` when it may as well be twelve hours later. */
export type SaidTime = { minute: number; isHalfSure: boolean };

const partWords: Record<DayPart, readonly string[]> = {
  morning: [
    "morning*",
    "सुबह",
    "सवेरे",
    "subah",
    "savere",
    "sawere",
    "por|de|en|esta la manana",
    "por|de|en|esta manana",
    "am",
  ],
  afternoon: ["afternoon*", "दोपहर", "dopahar", "dopeher", "tarde*", "after lunch"],
  evening: ["evening*", "शाम", "shaam", "sham", "after work"],
  night: ["night", "tonight", "रात", "raat", "noche*"],
};

/** Which part of the day plain words name. "Good morning" names none. */
export function readDayPart(words: string): DayPart | null {
  const said = words.replace(
    /good (?:morning|afternoon|evening|night)|buen[oa]s (?:dias|tardes|noches)/g,
    " ",
  );
  return dayParts.find((part) => holdsAny(said, partWords[part])) ?? null;
}

/** Minutes of the day that a part covers, end exclusive. */
export function minutesOfPart(part: DayPart): { from: number; to: number } {
  return {
    morning: { from: 0, to: 720 },
    afternoon: { from: 720, to: 1020 },
    evening: { from: 960, to: 1440 },
    night: { from: 1080, to: 1440 },
  }[part];
}

/**
 * Which time plain words name, in any of our languages: "half past four", "4:30 pm", "shaam 5 baje", "sadhe paanch", "las
 * cinco y media". A number without anything beside it counts only when a time was asked for.
 */
export function readTime(words: string, wasAsked: boolean): SaidTime | null {
  if (holdsAny(words, ["noon", "midday", "mediodia", "lunchtime"])) return { minute: 720, isHalfSure: false };
  const digits = withDigits(words);
  const clock =
    readClock(digits) ??
    readHindi(digits) ??
    readSpanish(digits) ??
    readEnglish(digits) ??
    (wasAsked ? readBare(words) : null);
  if (!clock || clock.hour > 23 || clock.minute > 59) return null;
  return place(clock, words);
}

type Clock = { hour: number; minute: number; isPm?: boolean };

function withDigits(words: string): string {
  return words
    .split(" ")
    .map((word) => String(numberWords[word] ?? word))
    .join(" ");
}

function readClock(words: string): Clock | null {
  const found =
    /(?:^| )(\d{1,2})(?::(\d\d))? ?(am|pm)(?= |$)/.exec(words) ??
    /(?:^| )(\d{1,2}):(\d\d)(?= |$)/.exec(words);
  if (!found) return null;
  const isPm = found[3] === "pm" ? true : found[3] === "am" ? false : undefined;
  return { hour: Number(found[1]), minute: Number(found[2] ?? 0), ...(isPm === undefined ? {} : { isPm }) };
}

function readHindi(words: string): Clock | null {
  if (/(?:^| )(?:डेढ|dedh|derh)(?= |$)/u.test(words)) return { hour: 1, minute: 30 };
  if (/(?:^| )(?:ढाई|अढाई|dhai|dhaai)(?= |$)/u.test(words)) return { hour: 2, minute: 30 };
  const part = /(?:^| )(साढे|साड़े|sadhe|saadhe|सवा|sava|sawa|पौने|paune|pone) (\d{1,2})(?= |$)/u.exec(words);
  if (part) return fromQuarter(part[1] ?? "", Number(part[2]));
  const whole = /(?:^| )(\d{1,2}) (?:बजे|baje|bje|bajhe)(?= |$)/u.exec(words);
  return whole ? { hour: Number(whole[1]), minute: 0 } : null;
}

function fromQuarter(word: string, hour: number): Clock {
  if (/^(सवा|sav|saw)/u.test(word)) return { hour, minute: 15 };
  if (/^(पौने|pa|po)/u.test(word)) return { hour: hour - 1, minute: 45 };
  return { hour, minute: 30 };
}

function readSpanish(words: string): Clock | null {
  const found =
    /(?:^| )(?:(?:a|sobre|hacia|para|de|desde) las?|(?<=^| )las) (\d{1,2})(?: (y media|y cuarto|menos cuarto|y (\d{1,2})))?(?= |$)/.exec(
      words,
    );
  if (!found) return null;
  const hour = Number(found[1]);
  if (found[2] === "y media") return { hour, minute: 30 };
  if (found[2] === "y cuarto") return { hour, minute: 15 };
  if (found[2] === "menos cuarto") return { hour: hour - 1, minute: 45 };
  return { hour, minute: Number(found[3] ?? 0) };
}

function readEnglish(words: string): Clock | null {
  const spoken =
    /(?:^| )(half|quarter|5|20|25|\d{1,2}(?= minutes)) (?:minutes )?(past|after|to|before|till) (\d{1,2})(?= |$)/.exec(
      words,
    );
  if (spoken) return fromSpoken(spoken);
  const thirty = /(?:^| )(?:at |around )?(\d{1,2}) (30|15|45)(?= |$)/.exec(words);
  if (thirty) return { hour: Number(thirty[1]), minute: Number(thirty[2]) };
  const marked =
    /(?:^| )(?:at|around|about|by|after|before|from|until|till) (\d{1,2})(?! ?(?:minutes|days|weeks|people|th|st|nd|rd|hours|\/))(?= |$)/.exec(
      words,
    );
  const oclock = /(?:^| )(\d{1,2}) (?:oclock|o clock|ish|in the (?:morning|afternoon|evening))(?= |$)/.exec(
    words,
  );
  const hour = marked?.[1] ?? oclock?.[1];
  return hour === undefined ? null : { hour: Number(hour), minute: 0 };
}

function fromSpoken(spoken: RegExpExecArray): Clock {
  const minutes = spoken[1] === "half" ? 30 : spoken[1] === "quarter" ? 15 : Number(spoken[1]);
  const hour = Number(spoken[3]);
  return /^(past|after)$/.test(spoken[2] ?? "")
    ? { hour, minute: minutes }
    : { hour: hour - 1, minute: 60 - minutes };
}

/** A number by itself. Number words count only alone: in a sentence "do" is Hindi for two and English for nothing. */
function readBare(words: string): Clock | null {
  const alone = numberWords[words.replace(/^(?:at|a las) /, "")];
  const found =
    alone === undefined ? Number(/(?:^| )(\d{1,2})(?= |$)/.exec(withoutDates(words))?.[1] ?? 0) : alone;
  return found >= 1 ? { hour: found, minute: 0 } : null;
}

const months = monthWords.flat().join("|");
const dated = [
  new RegExp(`(?:^| )\\d{1,2}(?:st|nd|rd|th)?(?: of| de)? (?:${months})(?= |$)`, "gu"),
  new RegExp(`(?:^| )(?:${months})(?: the)? \\d{1,2}(?:st|nd|rd|th)?(?= |$)`, "gu"),
  /(?:^| )\d{1,2}(?:st|nd|rd|th)(?= |$)/g,
  /(?:^| )\d{1,2}\/\d{1,2}(?:\/\d+)?(?= |$)/g,
  /(?:^| )(?:el|dia) \d{1,2}(?= |$)/g,
  /(?:^| )\d{1,2} (?:तारीख|tarikh|tareekh|days?|weeks?|dias?|semanas?|minutes?|people|persons?)(?= |$)/gu,
];

function withoutDates(words: string): string {
  return dated.reduce((left, pattern) => left.replace(pattern, " "), words);
}

/** Puts a clock reading on the day, with the part of the day that was said beside it. */
function place({ hour, minute, isPm }: Clock, words: string): SaidTime {
  const part = readDayPart(words);
  const total = hour * 60 + minute;
  if (isPm !== undefined)
    return { minute: (isPm ? (hour % 12) + 12 : hour % 12) * 60 + minute, isHalfSure: false };
  if (hour > 12 || hour === 0) return { minute: total, isHalfSure: false };
  if (part === "morning") return { minute: (hour % 12) * 60 + minute, isHalfSure: false };
  if (part) return { minute: ((hour % 12) + 12) * 60 + minute, isHalfSure: false };
  // Nobody means the night: one to six are in the afternoon until the opening hours say otherwise.
  const likely = hour < 7 || hour === 12 ? ((hour % 12) + 12) * 60 + minute : total;
  return { minute: likely, isHalfSure: true };
}
