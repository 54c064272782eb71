const before = 36;

/** A text that begins shortly before the first of the words, so that the hit is seen in two lines. */
export function excerptAround(text: string, words: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const first = marksIn(line, words).find((part) => part.isHit);
  if (!first || first.start < before * 1.5) return line;
  return `…${line.slice(line.indexOf(" ", first.start - before) + 1)}`;
}

/** A text in parts: what is one of the words, and what is not. */
export function marksIn(text: string, words: string): { text: string; isHit: boolean; start: number }[] {
  const wanted = words.split(/\s+/).filter((word) => word.length >= 2);
  if (wanted.length === 0) return [{ text, isHit: false, start: 0 }];
  const pattern = new RegExp(`(${wanted.map(escapeRegExp).join("|")})`, "giu");
  let start = 0;
  return text
    .split(pattern)
    .map((part, index) => {
      const piece = { text: part, isHit: index % 2 === 1, start };
      start += part.length;
      return piece;
    })
    .filter((part) => part.text !== "");
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
