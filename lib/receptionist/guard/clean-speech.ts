import { stripForbiddenXml } from "@/lib/kernel/text";

/** How long one reply may be; a caller remembers less. */
export const longestReply = 600;

/**
 * Makes a model's text fit to be spoken: no control characters, emoji, markdown, list marks, code or link targets. Spaces
 * at the ends stay, so that pieces of a stream fit together.
 */
export function cleanSpeech(text: string): string {
  return stripForbiddenXml(text)
    .replace(/[\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g, "")
    .replace(/\[([^\]\n]{1,200})\]\([^)\s]{0,500}\)/g, "$1")
    .replace(/<[^>\n]{0,200}>/g, " ")
    .replace(/\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]/gu, "")
    .replace(/^[ \t]*(?:[-*•–]|#{1,6}|\d{1,2}[.)])[ \t]+/gm, "")
    .replace(/[*_`#~|<>{}[\]\\^]+/g, "")
    .replace(/\s+/g, " ");
}

/** Cuts a text at the end of a sentence, or of a word when there is none. */
export function cutAtSentence(text: string, longest = longestReply): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const end = Math.max(...[". ", "! ", "? ", "। "].map((mark) => head.lastIndexOf(mark)));
  if (end > longest / 3) return head.slice(0, end + 1);
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), 1)).replace(/[,;:\s]+$/, "")}.`;
}
