/** What a whole message asks about consent. */
export type Keyword = "stop" | "start" | "help";

// The English words are those that carriers act on by themselves; the Hindi ones are ours.
const wordsOf: Record<Keyword, readonly string[]> = {
  stop: [
    ...["stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out"],
    ...["रोकें", "रोको", "रुकें", "बंद", "बंद करें", "बंद करो"],
  ],
  start: ["start", "unstop", "yes", "शुरू", "शुरू करें", "शुरू करो", "चालू करें"],
  help: ["help", "info", "मदद", "सहायता"],
};

const keywordOf = new Map<string, Keyword>([
  ...wordsOf.stop.map((word) => [word, "stop"] as const),
  ...wordsOf.start.map((word) => [word, "start"] as const),
  ...wordsOf.help.map((word) => [word, "help"] as const),
]);

const longestKeyword = 24;

/**
 * Reads STOP, START and HELP (and the words that mean the same) when they are the whole message, whatever the
 * case, the spaces around them and the punctuation or emoji with them. A sentence that contains one is `null`.
 *
 * "YES" reads as `start` because carriers treat it so; whether it means consent or is the answer to a question
 * is for the caller to decide (only somebody who has opted out can opt in again).
 */
export function readKeyword(body: string): Keyword | null {
  if (body.length > longestKeyword * 4) return null;
  const words = body
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{C}\p{Variation_Selector}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return keywordOf.get(words.normalize("NFKC")) ?? null;
}
