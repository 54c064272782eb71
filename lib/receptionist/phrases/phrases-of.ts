import type { Language } from "@/lib/language";
import { english } from "./english";
import { hindi } from "./hindi";
import type { Phrases } from "./phrases";
import { spanish } from "./spanish";

/** What the offline receptionist says in a language. */
export const phrasesOf: Readonly<Record<Language, Phrases>> = { en: english, hi: hindi, es: spanish };
