/** One spelling to compare by: small letters without accents. `trunkline_fold` in the database does the same. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "");
}

/** A stretch of the index of words: everything that begins with a text, or one word exactly. */
export type WordRange = { from: string; to: string };

// Above every character there is, so that `text` to `text + last` holds whatever begins with `text`.
const last = "\u{10FFFF}";
const mostTerms = 5;

/**
 * What a search looks for: each of its words as the beginning of a word of name or e-mail, and a number as any part of
 * one. A single letter and two digits say too little and are left out.
 */
export function searchRanges(search: string): WordRange[] {
  const number = search.replace(/[\s()./+-]/g, "");
  if (/^\d{3,}$/.test(number)) return [beginningWith(number)];
  return foldText(search)
    .split(/[\s!-/:-@[-`{-~]+/)
    .filter((term) => term.length >= (/^\d+$/.test(term) ? 3 : 2))
    .slice(0, mostTerms)
    .map((term) => beginningWith(term.slice(0, 60)));
}

/** One word exactly: a tag (`t:`), a country (`c:`), a kind of address (`a:`). */
export function exactly(word: string): WordRange {
  return { from: word, to: word };
}

function beginningWith(text: string): WordRange {
  return { from: text, to: text + last };
}

/** Kinds of a field of one's own. */
export const fieldKinds = ["text", "number", "date", "yes_no"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A value as its field keeps it, "" for none; null when it does not fit. Yes and no are understood in a few languages. */
export function fieldValue(kind: FieldKind, raw: string): string | null {
  const text = raw.trim();
  if (text === "" || kind === "text") return text.slice(0, 2000);
  if (kind === "number") return /^-?\d{1,15}([.,]\d{1,6})?$/.test(text) ? text.replace(",", ".") : null;
  if (kind === "date") return isDay(text) ? text : null;
  const word = foldText(text);
  if (["yes", "y", "true", "1", "x", "si", "haan", "oui", "ja"].includes(word)) return "yes";
  return ["no", "n", "false", "0", "nahin", "non", "nein"].includes(word) ? "no" : null;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === text
  );
}

/** The key under which a field's values stand, from its label: "Date of birth" is `date_of_birth`. */
export function fieldKey(label: string): string {
  return (
    foldText(label)
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 40) || "field"
  );
}
