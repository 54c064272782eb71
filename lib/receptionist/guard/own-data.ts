import type { Conversing } from "../contract/turn";

/** What may be said in this conversation besides plain words: numbers, mail addresses and links that are known to it. */
export type OwnData = { text: string; digits: readonly string[] };

/**
 * Gathers what belongs to this conversation: what the business published, the caller's own address, and what the caller
 * said. Everything else that looks like a number or an address is somebody else's.
 */
export function ownDataOf(
  { facts, receptionist, caller }: Conversing,
  said: readonly string[] = [],
): OwnData {
  const text = [
    ...facts.answers.flatMap(({ question, answer }) => [question, answer]),
    ...facts.services.flatMap(({ name, description }) => [name, description]),
    ...facts.transfers.map(({ label }) => label),
    ...[
      facts.business.name,
      receptionist.name,
      receptionist.greeting,
      receptionist.facts,
      receptionist.address,
    ],
    ...[caller.address ?? "", caller.name ?? ""],
    ...said,
  ]
    .join("\n")
    .toLowerCase();
  return { text, digits: [...text.matchAll(numberRun)].map((match) => digitsOf(match[0])) };
}

/** Whether a text names only numbers, mail addresses and links of the business or the caller. */
export function holdsOnlyOwn(text: string, conversing: Conversing): boolean {
  return foreignPieces(text, ownDataOf(conversing)).length === 0;
}

/** The pieces of a text that belong to nobody in this conversation. */
export function foreignPieces(text: string, own: OwnData): string[] {
  const plain = text.normalize("NFKC");
  const numbers = pieces(plain, numberRun).filter(
    (piece) => !isDate(piece) && isForeignNumber(digitsOf(piece), own),
  );
  const spelled = pieces(plain, spelledRun).filter((piece) => isForeignNumber(digitsOfWords(piece), own));
  const mails = [...pieces(plain, mail), ...pieces(plain, spokenMail)].filter(
    (piece) => !own.text.includes(piece.toLowerCase()),
  );
  const links = pieces(plain, link).filter((piece) => !own.text.includes(hostOf(piece)));
  return [...numbers, ...spelled, ...mails, ...links];
}

const numberRun = /[+(]?\d(?:[\s().\-/]{0,2}\d){6,}/g;
const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const spokenMail = /(?:[\p{L}\d._-]+ )?\bat [\p{L}\d-]+ dot \p{L}{2,}/giu;
const link =
  /(?:https?:\/\/|www\.)\S+|\b(?:[a-z\d-]+\.)+(?:com|net|org|io|co|in|biz|info|app|ru|cn|xyz|me|ly|gl)\b(?:\/\S*)?/gi;
const digitWords: Readonly<Record<string, string>> = {
  ...{
    zero: "0",
    oh: "0",
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
  },
  ...{
    cero: "0",
    uno: "1",
    dos: "2",
    tres: "3",
    cuatro: "4",
    cinco: "5",
    seis: "6",
    siete: "7",
    ocho: "8",
    nueve: "9",
  },
  ...{
    शून्य: "0",
    एक: "1",
    दो: "2",
    तीन: "3",
    चार: "4",
    पांच: "5",
    पाँच: "5",
    छह: "6",
    सात: "7",
    आठ: "8",
    नौ: "9",
  },
};
const digitNames = [...Object.keys(digitWords), "double", "triple"];

/** Whether a word that is still growing may become a digit. */
export function mayBecomeDigit(word: string): boolean {
  return digitNames.some((name) => name.startsWith(word.toLowerCase()));
}

/** One digit as a word, in our languages: a piece of a pattern. */
export const oneDigit = `(?:${digitNames.join("|")})`;
const spelledRun = new RegExp(`${oneDigit}(?:[\\s,.-]+${oneDigit}){6,}`, "giu");

function pieces(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[0]);
}

function isForeignNumber(digits: string, own: OwnData): boolean {
  if (digits.length < 7) return false;
  return !own.digits.some((known) => known.endsWith(digits) || digits.endsWith(known));
}

function isDate(piece: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(piece) || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(piece);
}

function digitsOf(piece: string): string {
  return piece.replace(/\D/g, "");
}

function digitsOfWords(piece: string): string {
  return piece
    .toLowerCase()
    .split(/[\s,.-]+/)
    .map((word) => digitWords[word] ?? "0")
    .join("");
}

function hostOf(piece: string): string {
  return (
    piece
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/^www\./, "")
      .split(/[/?#]/)[0] ?? piece
  );
}
