import { english } from "./english";
import { hindi } from "./hindi";
import type { Lexicon } from "./intent";
import { spanish } from "./spanish";

/** The lexicon of each language we read. */
export const lexicons = { en: english, hi: hindi, es: spanish } as const satisfies Record<string, Lexicon>;
