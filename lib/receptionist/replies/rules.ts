import { readIntents } from "@/lib/language";

/** One entry of a written conversation, oldest first. */
export type WrittenLine = { id: string; from: "customer" | "assistant" | "member"; body: string; at: Date };

/** Why the receptionist passes a conversation on instead of answering it. */
export type HandOver = "asked" | "unsure" | "no_words" | "endless" | "repeating" | "refused";

const mostRepliesAnHour = 12;
const mostAlike = 3;
const hour = 3_600_000;

/** What the customer wrote since somebody last answered, as one thing said. */
export function unanswered(lines: readonly WrittenLine[]): string {
  const answered = lines.findLastIndex(({ from }) => from !== "customer");
  return lines
    .slice(answered + 1)
    .map(({ body }) => body.trim())
    .filter((body) => body !== "")
    .join("\n");
}

/**
 * Whether a conversation needs a person before anything is answered: they asked for one, wrote no words, or it looks
 * like another machine: it never stops, or says the same again and again.
 */
export function mustHandOver(lines: readonly WrittenLine[], now: Date): HandOver | null {
  const said = unanswered(lines);
  if (isEndless(lines, now)) return "endless";
  if (isRepeating(lines)) return "repeating";
  if (said === "") return "no_words";
  return readIntents(said.toLowerCase()).includes("human") ? "asked" : null;
}

function isEndless(lines: readonly WrittenLine[], now: Date): boolean {
  const replies = lines.filter(({ from, at }) => from === "assistant" && now.getTime() - at.getTime() < hour);
  return replies.length >= mostRepliesAnHour;
}

function isRepeating(lines: readonly WrittenLine[]): boolean {
  const own = lines.filter(({ from }) => from === "customer").slice(-mostAlike);
  const words = new Set(own.map(({ body }) => body.trim().toLowerCase()));
  return own.length === mostAlike && words.size === 1 && !words.has("");
}

const reasons: Record<HandOver, string> = {
  asked: "the customer asked for a person",
  unsure: "it did not know what to answer",
  no_words: "there were no words to answer, only a file",
  endless: `it had sent ${mostRepliesAnHour} replies within an hour; the other side may be a machine too`,
  repeating: "the same text came again and again; the other side may be a machine too",
  refused: "its reply could not be sent",
};

/** The hand-over as a note for the team. */
export function handOverNote(why: HandOver, detail = ""): string {
  return `The receptionist handed over: ${reasons[why]}.${detail ? ` ${detail}` : ""}`;
}
