/** So many minutes in the largest unit that fits: "90 minutes", "2 hours", "1 day". */
export function spanWords(minutes: number): string {
  const [unit, count] =
    minutes % 1440 === 0
      ? ["day", minutes / 1440]
      : minutes % 60 === 0
        ? ["hour", minutes / 60]
        : ["minute", minutes];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Words in quotation marks, joined by "and" or "or". */
export function wordList(words: readonly string[], joiner: "and" | "or"): string {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${joiner} ${last}`;
}
