/** The languages that are read and spoken without a model. */
export const languages = ["en", "hi", "es"] as const;
export type Language = (typeof languages)[number];

/** The language of a BCP-47 tag ("hi-IN"), English where we have no words of our own. */
export function languageOf(tag: string | undefined): Language {
  const primary = tag?.split("-")[0]?.toLowerCase();
  return languages.find((language) => language === primary) ?? "en";
}
