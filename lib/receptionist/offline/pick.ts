import { minutesOf } from "@/lib/kernel/time";
import { holdsAny } from "@/lib/language";
import { type Desk, says, whenOf, yesNoOf } from "./desk";
import type { Offer } from "./memory";

const ordinals: readonly (readonly string[])[] = [
  [
    "first",
    "1st",
    "pressed 1",
    "option 1|one",
    "number one",
    "the one",
    "earlier",
    "earliest",
    "former",
    "पहला",
    "पहली",
    "पहले",
    "pehla",
    "pehli",
    "pehle wala",
    "primera",
    "primero",
  ],
  [
    "second",
    "2nd",
    "pressed 2",
    "option 2|two",
    "number two",
    "later",
    "latter",
    "last one",
    "other one",
    "the other",
    "दूसरा",
    "दूसरी",
    "दूसरे",
    "doosra",
    "dusra",
    "dusri",
    "doosri",
    "segunda",
    "segundo",
    "ultima",
  ],
  [
    "third",
    "3rd",
    "pressed 3",
    "option 3|three",
    "number three",
    "तीसरा",
    "teesra",
    "tisra",
    "tercera",
    "tercero",
  ],
];
const whichever = [
  "either",
  "any",
  "anyone",
  "any one",
  "both",
  "whichever",
  "doesnt matter",
  "dont mind|care",
  "कोई भी",
  "koi bhi",
  "cualquiera",
  "da igual",
];

/** Which of several things the caller means by its place in the list; null when no place was named. */
export function pickByOrder(words: string, count: number): number | null {
  const index = ordinals.findIndex((names) => holdsAny(words, names));
  if (index >= 0 && index < count) return index;
  return holdsAny(words, whichever) && count > 0 ? 0 : null;
}

/** Which of the offered times the caller takes; null when that cannot be told. */
export function pickOffer(desk: Desk, offers: readonly Offer[]): Offer | null {
  const isByNumber = /\d/.test(desk.words.replace(/pressed \d/, ""));
  const byOrder = isByNumber ? null : pickByOrder(desk.words, offers.length);
  if (byOrder !== null) return offers[byOrder] ?? null;
  const byTime = pickByTime(desk, offers);
  if (byTime !== undefined) return byTime;
  const byStaff = offers.filter((offer) =>
    says(desk, [offer.staff.toLowerCase().replace(/[^\p{L} ]/gu, "")]),
  );
  if (byStaff.length === 1) return byStaff[0] ?? null;
  return offers.length === 1 && yesNoOf(desk) === true ? (offers[0] ?? null) : null;
}

/** `undefined` when neither day nor time was said, null when what was said is none of the offers. */
function pickByTime(desk: Desk, offers: readonly Offer[]): Offer | null | undefined {
  const when = whenOf(desk, true);
  if (!when || (!when.days && !when.time && !when.part)) return undefined;
  const { days, time } = when;
  const fitting = offers.filter(({ startsAt }) => {
    const [day = "", clock = ""] = startsAt.split("T");
    const minute = minutesOf(clock);
    const isDay = !days || (day >= days.from && day <= days.to);
    const isTime = !time || minute === time.minute || (time.isHalfSure && minute % 720 === time.minute % 720);
    return isDay && isTime && (!when.part || time !== null || isInPart(minute, when.part));
  });
  if (fitting.length > 0 && (fitting.length === 1 || time)) return fitting[0] ?? null;
  return fitting.length > 1 ? undefined : null;
}

function isInPart(minute: number, part: string): boolean {
  if (part === "morning") return minute < 720;
  return part === "afternoon" ? minute >= 720 && minute < 1080 : minute >= 960;
}
