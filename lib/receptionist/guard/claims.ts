import type { ToolSession } from "../contract/session";
import type { ActionKind } from "../contract/turn";

/** What a sentence says was done. */
export type Claim = Extract<
  ActionKind,
  "booked" | "moved" | "cancelled" | "message" | "texted" | "transferred"
>;

// Only statements that something is done; questions, offers and refusals are not claims.
const patterns: Readonly<Record<Claim, readonly RegExp[]>> = {
  booked: [
    /\b(?:i|we|you|it|that|appointment|visit|booking|cleaning|slot|spot)(?:'?ve| have|'?re| are|'?s| is| has| was)?(?: now| all| just| been| successfully| got| already| officially)* (?:booked|scheduled|reserved|confirmed|penciled|pencilled)\b/i,
    /\b(?:all set|booked you|got you (?:in|down|booked)|you(?:'re| are) (?:in|down|set|confirmed) (?:for|on|at)|see you (?:on|at|tomorrow|then|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/i,
    /\b(?:confirmed|booked|scheduled|reserved|booking confirmed|appointment confirmed)\s*[!:,.]/i,
    /(?:बुक|पक्क[ाी]|कन्फर्म|तय|निश्चित)\s*(?:हो|कर)\s*(?:गय[ाी]|गई|चुक[ाी]|दिय[ाा]|दी|लिय[ाा]|ली)/u,
    /\bbook (?:ho|kar) (?:gaya|gayi|gai|diya|di|liya|li)\b/i,
    /\b(?:queda|quedó|está|he|hemos|ha sido|tiene)\b[^.?!]{0,30}\b(?:reservad|agendad|confirmad|apuntad)[oa]?/iu,
  ],
  moved: [
    /\b(?:i|we|it|that|appointment)(?:'?ve| have|'?s| is| has)?(?: now| just| been| successfully)* (?:moved|rescheduled|changed|postponed)\b/i,
    /(?:बदल|शिफ्ट)\s*(?:कर)?\s*(?:दिय[ाा]|दी|गय[ाी]|गई)/u,
    /\b(?:he|hemos|queda|está|ha sido)\b[^.?!]{0,30}\b(?:cambiad|movid|reprogramad|aplazad)[oa]/iu,
  ],
  cancelled: [
    /\b(?:i|we|it|that|appointment)(?:'?ve| have|'?s| is| has)?(?: now| just| been| successfully)* cancell?ed\b/i,
    /(?:रद्द|कैंसिल|कैंसल)\s*(?:हो|कर)\s*(?:गय[ाी]|गई|दिय[ाा]|दी)/u,
    /\b(?:he|hemos|queda|está|ha sido)\b[^.?!]{0,30}\b(?:cancelad|anulad)[oa]/iu,
  ],
  message: [
    /\b(?:i|we)(?:'?ve| have)(?: now| just| already)* (?:taken|noted|written|passed|left|sent|forwarded|recorded)\b[^.?!]{0,40}\b(?:message|note|it|that|down|on)\b/i,
    /(?:संदेश|मैसेज)[^।?!]{0,30}(?:लिख|नोट|भेज|पहुंच|पहुँच)\s*(?:लिय[ाा]|दिय[ाा]|गय[ाा])/u,
    /\b(?:he|hemos)\b[^.?!]{0,20}\b(?:anotado|tomado|pasado|dejado)\b[^.?!]{0,20}\b(?:mensaje|recado|nota)\b/iu,
  ],
  texted: [
    /\b(?:i|we)(?:'?ve| have)(?: now| just| already)* (?:texted|sent|messaged) (?:you|it|the|a|that)\b/i,
    /\b(?:text|sms|message) (?:is on its way|has been sent|was sent)\b/i,
    /\b(?:le|te) (?:he|hemos) (?:enviado|mandado)\b/iu,
  ],
  transferred: [
    /\b(?:i(?:'?m| am)|i(?:'?ll| will)|let me)(?: now| just)* (?:transfer|transferring|connect|connecting|put|putting) (?:you|your call)\b/i,
    /(?:ट्रांसफर|कनेक्ट|जोड़)[^।?!]{0,12}रह[ाी] (?:हूँ|हूं)/u,
    /\b(?:le|te) (?:paso|transfiero|comunico|pongo)\b/iu,
  ],
};

// A cheap look at a growing sentence: while none of these beginnings is in it, it cannot become a claim.
const beginnings = [
  ...[
    "book",
    "schedul",
    "reserv",
    "confirm",
    "set",
    "got",
    "see",
    "down",
    "pencil",
    "moved",
    "resched",
    "chang",
    "postpon",
    "cancel",
  ],
  ...[
    "taken",
    "noted",
    "written",
    "passed",
    "left",
    "forward",
    "record",
    "text",
    "sent",
    "messag",
    "transfer",
    "connect",
    "putting",
    "put",
  ],
  ...[
    "agendad",
    "apuntad",
    "cambiad",
    "movid",
    "reprogram",
    "aplazad",
    "anulad",
    "anotad",
    "tomado",
    "pasado",
    "dejado",
    "enviad",
    "mandad",
  ],
  ...[
    "paso",
    "comunico",
    "pongo",
    "बुक",
    "पक्क",
    "कन्फर्म",
    "तय",
    "निश्चित",
    "बदल",
    "शिफ्ट",
    "रद्द",
    "कैंस",
    "संदेश",
    "मैसेज",
    "ट्रांसफर",
    "कनेक्ट",
    "जोड़",
  ],
];
const anyBeginning = new RegExp(`(?<![\\p{L}\\p{M}])(?:${beginnings.join("|")})`, "iu");

const refusals =
  /\b(?:not|n't|never|unable|can't|cannot|couldn't|haven't|isn't|no)\b|नहीं|नही|\bno\b|\bfully booked\b|\balready (?:booked|taken)\b|\bbefore\b|\bonce\b|\bif\b|\bshall i\b|\bwould you\b|\bcan be\b/i;

/** Whether a growing sentence may turn out to be a claim, so that it must be read whole before it is spoken. */
export function mayBecomeClaim(sentence: string): boolean {
  return anyBeginning.test(sentence);
}

/** Whether a word that is still growing may become one of those that make a claim. */
export function mayBeginClaim(word: string): boolean {
  const small = word.toLowerCase();
  return beginnings.some((one) => one.startsWith(small));
}

// "You're", "I've", "Your appointment is": what most claims open with. Waiting for three more words keeps a false one whole.
const opening =
  /^\s*(?:(?:great|perfect|okay|ok|alright|all right|wonderful|done|yes|sure)[,!.]?\s+)?(?:you|i|we|it|that|your|your appointment|the appointment)(?:[’']?\p{L}*)?(?:\s+\S+){0,3}\s*$/iu;

/** Whether a sentence that has only just begun opens the way claims do. */
export function mayOpenClaim(start: string): boolean {
  return opening.test(start);
}

/** What a whole sentence claims to have been done. */
export function claimsOf(sentence: string): Claim[] {
  if (/[?¿]/.test(sentence) || refusals.test(sentence)) return [];
  return (Object.keys(patterns) as Claim[]).filter((claim) =>
    patterns[claim].some((pattern) => pattern.test(sentence)),
  );
}

/** Whether something real stands behind a claim: a deed of this conversation, or appointments that were just looked up. */
export function isBacked(claim: Claim, sentence: string, session: ToolSession, deedsBefore: number): boolean {
  if (claim === "transferred") return session.next?.do === "transfer";
  const kinds: readonly ActionKind[] = backing[claim];
  const now = session.deeds.slice(deedsBefore).some((deed) => kinds.includes(deed.kind));
  if (now) return true;
  const told = [
    ...session.deeds.filter((deed) => kinds.includes(deed.kind)).map((deed) => deed.text),
    ...lookedUp(session),
  ];
  return told.some((text) => namesSameTimes(sentence, text));
}

const backing: Readonly<Record<Exclude<Claim, "transferred">, readonly ActionKind[]>> = {
  booked: ["booked", "moved"],
  moved: ["moved"],
  cancelled: ["cancelled"],
  message: ["message", "texted"],
  texted: ["texted"],
};

function lookedUp({ traces }: ToolSession): string[] {
  return traces.flatMap(({ name, ok, result }) =>
    name === "look_up_customer" && ok && Array.isArray(result.appointments)
      ? result.appointments.map((one) => JSON.stringify(one))
      : [],
  );
}

/** Numbers in a sentence about an earlier deed must be that deed's numbers, in either way of writing the hour. */
function namesSameTimes(sentence: string, told: string): boolean {
  const known = numbersOf(told);
  return [...numbersOf(sentence)].every((number) => known.has(number));
}

function numbersOf(text: string): Set<number> {
  return new Set([...text.matchAll(/\d{1,2}/g)].map(([digits]) => Number(digits) % 12));
}
