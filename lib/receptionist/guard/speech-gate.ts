import type { Language } from "@/lib/language";
import type { ToolSession } from "../contract/session";

import { type Claim, claimsOf, isBacked, mayBecomeClaim, mayBeginClaim, mayOpenClaim } from "./claims";
import { cleanSpeech, longestReply } from "./clean-speech";
import { corrections, withheld } from "./corrections";
import { foreignPieces, mayBecomeDigit, type OwnData, oneDigit } from "./own-data";

/** What stands between the model's tokens and the caller's ear. */
export type SpeechGate = {
  /** Takes a piece of the model's text; what is harmless goes out at once. */
  push(piece: string): void;
  /** Lets out what was held back, judged by what the tools did meanwhile. */
  settle(): void;
  /** Everything that went out. */
  readonly spoken: () => string;
  /** Whether the reply is as long as a reply may be. */
  readonly isFull: () => boolean;
};

type GateSetup = { session: ToolSession; own: OwnData; language: Language; onText: (piece: string) => void };

const enough = 420;
const sentenceEnd = /[.!?।…]+["”')]*(?=\s)|\n/u;

/**
 * Opens the gate for one turn. Plain words pass token by token. A sentence that may claim a deed waits until it is whole
 * and the deed is proven; numbers and addresses wait until it is sure whose they are.
 */
export function openGate({ session, own, language, onText }: GateSetup): SpeechGate {
  const deedsBefore = session.deeds.length;
  let spoken = "";
  let sentence = ""; // the part of the present sentence that already went out
  let held = "";
  let isSettling = false;
  const corrected = new Set<Claim>();

  function push(piece: string): void {
    if (isFull()) return;
    held += piece;
    if (/[.!?।…]["”')]*$/u.test(sentence) && /^\s/.test(held)) sentence = "";
    while (releaseSentence());
    releaseWords();
  }

  /** Lets a whole sentence out, or keeps it when it claims something that is not proven yet. */
  function releaseSentence(): boolean {
    const end = sentenceEnd.exec(held);
    if (!end) return false;
    const length = end.index + end[0].length;
    const whole = held.slice(0, length);
    if (!isSettling && unproven(sentence + whole)) return false;
    held = held.slice(length);
    say(judged(whole));
    sentence = "";
    return held !== "";
  }

  function releaseWords(): void {
    if (sentenceEnd.test(held) || mayBecomeClaim(sentence + held)) return;
    if (sentence.trim() === "" && mayOpenClaim(held)) return;
    const safe = held.slice(0, held.length - waitingTail(held).length);
    if (safe === "") return;
    held = held.slice(safe.length);
    sentence += safe;
    say(safe);
  }

  function settle(): void {
    isSettling = true;
    while (releaseSentence());
    if (held.trim() !== "") say(judged(held));
    held = "";
    sentence = "";
    isSettling = false;
  }

  function unproven(whole: string): Claim | undefined {
    return claimsOf(cleanSpeech(whole)).find((claim) => !isBacked(claim, whole, session, deedsBefore));
  }

  /** The rest of a sentence as it is, or the truth in its place, each truth once. */
  function judged(rest: string): string {
    const claim = unproven(sentence + rest);
    if (!claim) return rest;
    if (corrected.has(claim)) return "";
    corrected.add(claim);
    return `${sentence.trim() === "" ? leadingSpace(rest) : "… "}${corrections[language][claim]}`;
  }

  function say(raw: string): void {
    if (isFull()) return;
    const shown = withoutForeign(raw, spoken, own, withheld[language]);
    const clean = spoken === "" || spoken.endsWith(" ") ? cleanSpeech(shown).trimStart() : cleanSpeech(shown);
    if (clean === "") return;
    const piece = shorten(clean, longestReply - spoken.length);
    spoken += piece;
    onText(piece);
  }

  /** A long reply ends with the sentence in which it became long. */
  function isFull(): boolean {
    return (
      spoken.length >= longestReply - 10 || (spoken.length >= enough && /[.!?।]["”')]?\s*$/u.test(spoken))
    );
  }

  return { push, settle, spoken: () => spoken.trim(), isFull };
}

/** Takes out what belongs to somebody else, also where its first letters went out before it could be known. */
function withoutForeign(raw: string, spoken: string, own: OwnData, instead: string): string {
  const begun = /\S{0,80}$/u.exec(spoken)?.[0] ?? "";
  const text = begun + raw.normalize("NFKC");
  const found = foreignPieces(text, own).map((piece) => ({
    from: text.indexOf(piece),
    length: piece.length,
  }));
  return found
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, length }) => {
      const at = Math.max(from, begun.length);
      const gap = from < begun.length ? " " : "";
      return `${left.slice(0, at)}${gap}${instead}${left.slice(Math.max(from + length, at))}`;
    }, text)
    .slice(begun.length);
}

// The beginnings of what is judged whole: numbers, links, marks, addresses in signs or in words, half of a pair.
const unfinished = [
  /[\s+(]*\d[\d\s().\-/]*$/,
  /\S*[@[<`*_#\\]\S*$/,
  /(?:^|\s)(?:h|ht|htt|https?|w|ww|www)$|(?:https?:|www\.)\S*$/i,
  /[\p{L}\d-]*\.\S*$/u,
  /\ba(?:t(?: [\p{L}\d-]*(?: d?o?t?(?: \p{L}*)?)?)?)?$/iu,
  new RegExp(`(?:\\b${oneDigit}[\\s,.-]+)+\\p{L}*$|\\b${oneDigit}$`, "iu"),
  /\s+$/,
  /[\ud800-\udbff]$/,
];

/** The end of a growing text that cannot be judged yet. */
function waitingTail(text: string): string {
  const lengths = unfinished.map((pattern) => pattern.exec(text)?.[0].length ?? 0);
  const word = /[\p{L}\p{M}]+$/u.exec(text)?.[0] ?? "";
  if (word !== "" && (mayBeginClaim(word) || mayBecomeDigit(word))) lengths.push(word.length);
  return text.slice(text.length - Math.max(...lengths));
}

function leadingSpace(text: string): string {
  return text.startsWith(" ") ? " " : "";
}

function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  const head = text.slice(0, Math.max(room, 0));
  const end = Math.max(
    head.lastIndexOf(". "),
    head.lastIndexOf("? "),
    head.lastIndexOf("! "),
    head.lastIndexOf("। "),
  );
  return end > 0 ? head.slice(0, end + 1) : `${head.slice(0, Math.max(head.lastIndexOf(" "), 0))}.`;
}
