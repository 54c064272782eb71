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
