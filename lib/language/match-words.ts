import { plainWords } from "./plain-words";
import { emptyWords, synonyms } from "./words/synonyms";

const meanings = new Map(
  synonyms.flatMap((group) => group.map((word) => [stemOf(word), stemOf(group[0] ?? word)] as const)),
);

/** What a sentence is about: its telling words, each by one name whatever the language or ending. */
export function tellingWords(text: string): string[] {
  const words = plainWords(text)
    .split(" ")
    .filter((word) => word.length > 1 && !emptyWords.has(word))
    .map(meaningOf);
  return [...new Set(words)];
}

/**
 * How well a sentence fits a text, 0 to 1: the smaller of how much of the sentence is in the text and, weighted, how
 * much of the text is in the sentence. Words that stand in many of the texts weigh less.
 */
export function fitOf(sentence: string, text: string, weightOf: (word: string) => number = () => 1): number {
  const [asked, known] = [tellingWords(sentence), tellingWords(text)];
  if (asked.length === 0 || known.length === 0) return 0;
  const shared = known.filter((word) => asked.some((one) => isSameWord(one, word)));
  const covered = sum(shared.map(weightOf)) / Math.max(sum(known.map(weightOf)), 1e-9);
  const meant = asked.filter((word) => known.some((one) => isSameWord(one, word))).length / asked.length;
  return covered * 0.6 + meant * 0.4 * Math.sign(shared.length);
}

/** Whether two telling words are one, allowing a slip of speech recognition in a long word. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  return isOneSlipApart(one, other);
}

/** How telling each word is among many texts: rare words count more. */
export function weightsAmong(texts: readonly string[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of tellingWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (texts.length + 1) / (counts.get(word) ?? 1));
}

function meaningOf(word: string): string {
  const stem = stemOf(word);
  return meanings.get(stem) ?? stem;
}

function stemOf(word: string): string {
  if (word.length <= 4 || !/^[a-z]+$/.test(word)) return word;
  return word.replace(/(?:ies)$/, "y").replace(/(?<=[a-z]{3})(?:ings?|ed|es|s)$/, "");
}

function isOneSlipApart(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rests: [string, string][] = [
    [one.slice(at + 1), other.slice(at + 1)],
    [one.slice(at), other.slice(at + 1)],
    [one.slice(at + 1), other.slice(at)],
  ];
  return rests.some(([a, b]) => a === b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
