const compiled = new Map<string, RegExp>();

/**
 * Whether plain words hold a phrase. In a phrase `a|b` is either word, `book*` any word that begins so, and `..` up to
 * four words in between: "when .. open|close*".
 */
export function holds(words: string, phrase: string): boolean {
  return patternOf(phrase).test(` ${words} `);
}

/** Whether plain words hold one of the phrases. */
export function holdsAny(words: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => holds(words, phrase));
}

function patternOf(phrase: string): RegExp {
  const known = compiled.get(phrase);
  if (known) return known;
  const source = phrase
    .split(" .. ")
    .map((part) => part.split(" ").map(wordSource).join(" "))
    .join("(?: \\S+){0,4}? ");
  const pattern = new RegExp(` ${source}(?= )`, "u");
  compiled.set(phrase, pattern);
  return pattern;
}

function wordSource(word: string): string {
  const spellings = word
    .split("|")
    .map((one) => one.replace(/[.*+?^${}()[\]\\]/g, "\\$&").replace("\\*", "\\S*"));
  return spellings.length > 1 ? `(?:${spellings.join("|")})` : (spellings[0] ?? "");
}
