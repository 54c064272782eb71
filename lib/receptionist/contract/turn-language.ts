import { guessLanguage, type Language, languageOf, readIntents } from "@/lib/language";
import type { Kept } from "./kept";
import type { Conversing } from "./turn";

/** The language of a turn: the caller's, when the receptionist is to speak it; a single word changes nothing. */
export function turnLanguage({ receptionist }: Conversing, kept: Kept, words: string): Language {
  const spoken = receptionist.languages.map(languageOf);
  const current = kept.language ?? spoken[0] ?? "en";
  const isTelling =
    words.includes(" ") || /\p{Script=Devanagari}/u.test(words) || readIntents(words).includes("greeting");
  const heard = isTelling ? guessLanguage(words) : null;
  return heard && spoken.includes(heard) ? heard : current;
}

/** The language as the business wrote it (BCP-47), when a turn changed it; to be spread into the outcome. */
export function changedLanguage(
  { receptionist }: Conversing,
  kept: Kept,
  language: Language,
): { language?: string } {
  const before = kept.language ?? languageOf(receptionist.languages[0]);
  const tag = receptionist.languages.find((one) => languageOf(one) === language);
  return tag && language !== before ? { language: tag } : {};
}
