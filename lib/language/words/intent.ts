/** What somebody can want in one sentence. */
export const intents = [
  ...(["emergency", "profanity", "spam", "wrong_number", "complaint", "human"] as const),
  ...(["move", "cancel", "book", "my_appointments", "message", "text_me"] as const),
  ...(["hours", "address", "price", "duration", "services"] as const),
  ...(["robot", "who", "repeat", "greeting", "thanks", "goodbye", "never_mind", "silence_words"] as const),
] as const;
export type Intent = (typeof intents)[number];

/** How one language says it: phrases of `phrase.ts` over plain words. */
export type Lexicon = Readonly<Record<Intent, readonly string[]>>;

/** Reads a list of phrases that stand in one text, separated by commas. */
export function phrases(text: string): string[] {
  return text
    .split(",")
    .map((phrase) => phrase.replace(/\s+/g, " ").trim())
    .filter((phrase) => phrase !== "");
}
