import {
  holdsAny,
  type Intent,
  type Language,
  plainWords,
  readIntents,
  readWhen,
  readYesNo,
  sayMoment,
  type Today,
  todayIn,
  type When,
} from "@/lib/language";
import type { Kept } from "../contract/kept";
import type { ToolSession } from "../contract/session";
import type { Conversing, Next, TurnInput } from "../contract/turn";
import { turnLanguage } from "../contract/turn-language";
import type { Phrases } from "../phrases/phrases";
import { phrasesOf } from "../phrases/phrases-of";
import { openSession } from "../tools/call-tool";
import { momentOfLocal } from "../tools/local-time";

import { type Memory, readMemory, type Task } from "./memory";

/** One turn at the offline receptionist's desk: what was said, what is known, what can be done. */
export type Desk = {
  readonly conversing: Conversing;
  readonly input: TurnInput;
  readonly session: ToolSession;
  readonly memory: Memory;
  readonly language: Language;
  readonly say: Phrases;
  readonly words: string;
  readonly intents: ReadonlySet<Intent>;
  readonly today: Today;
  readonly now: Date;
};

/** What is said, what happens next, and which question is open after it. */
export type Reply = {
  text: string;
  next?: Next;
  /** The question asked; null when none is open. Left out: whatever was open stays open and is asked again. */
  task?: Task | null;
  /** What is asked again when something else comes in between; left out: the last question of the text. */
  question?: string;
  isMiss?: boolean;
};

/** Sits down at the desk: reads what was said in whatever language it is. */
export function openDesk(conversing: Conversing, input: TurnInput, kept: Kept): Desk {
  const words = plainWords(input.said.replace(/^\(pressed (\S+)\)$/, "pressed $1"));
  const language = turnLanguage(conversing, kept, words);
  const now = conversing.ctx.clock.now();
  const { timezone, country } = conversing.facts.business;
  const session = openSession(conversing, input, kept);
  return {
    ...{ conversing: session.conversing, input, session, words, language, now },
    memory: readMemory(kept),
    say: wordsFor(conversing, phrasesOf[language]),
    intents: new Set(readIntents(words)),
    today: todayIn(now, timezone, country),
  };
}

/** Whoever was called is not thanked for calling. */
function wordsFor({ errand }: Conversing, words: Phrases): Phrases {
  return errand ? { ...words, goodbye: words.goodbyeToCalled } : words;
}

/** What was said about a day and a time; `wasAsked` when a bare number is a time. */
export function whenOf(desk: Desk, wasAsked = false): When | null {
  return readWhen(desk.words, desk.today, wasAsked);
}

/** Whether the caller agreed, refused, or neither. */
export function yesNoOf(desk: Desk): boolean | null {
  return readYesNo(desk.words);
}

/** Whether the words hold one of these phrases. */
export function says(desk: Desk, phrases: readonly string[]): boolean {
  return holdsAny(desk.words, phrases);
}

/** A local time of a tool as it is said in the language of the turn. */
export function spoken(desk: Desk, local: string): string {
  const zone = desk.conversing.facts.business.timezone;
  const at = momentOfLocal(local, zone);
  return at ? sayMoment(at, desk.now, zone, desk.language) : local;
}

/** Several things in one breath: "a, b or c". */
export function listed(parts: readonly string[], word: string): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** Sentences after each other, empty ones left out. */
export function joined(...sentences: (string | null | undefined)[]): string {
  return sentences.filter((one) => one).join(" ");
}
