import { holdsAny } from "./phrase";
import { type Intent, intents, type Lexicon } from "./words/intent";
import { lexicons } from "./words/lexicons";

const all: readonly Lexicon[] = Object.values(lexicons);

/**
 * Everything somebody may want with these plain words, the most pressing first. All languages are read at once, because
 * people mix them ("kal appointment chahiye").
 */
export function readIntents(words: string): Intent[] {
  return intents.filter((intent) => all.some((lexicon) => holdsAny(words, lexicon[intent])));
}
