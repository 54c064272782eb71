// What XML 1.0 cannot carry even when escaped (its production [2], Char). Lone surrogates are mended before.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const forbiddenInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const longestSpeech = 3000;

/** Removes the characters that no XML document may hold; builders throw on them and the caller would hear an error. */
export function stripForbiddenXml(text: string): string {
  return text.toWellFormed().replace(forbiddenInXml, "");
}

/** Makes text fit to be spoken by a carrier: one spelling of each letter, nothing XML forbids, one space, capped. */
export function sanitizeSpeech(text: string, longest = longestSpeech): string {
  const plain = stripForbiddenXml(text.slice(0, longest * 4).normalize("NFC"));
  return truncate(plain.replace(/\s+/g, " ").trim(), longest);
}

/** Makes text from outside fit to be stored: no NUL (PostgreSQL refuses it), well-formed UTF-16, capped. */
export function storableText(text: string, longest: number): string {
  return truncate(text.replaceAll("\u0000", "").toWellFormed(), longest);
}

/** Cuts text to so many UTF-16 units without cutting a surrogate pair in two. */
export function truncate(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  const isHighSurrogate = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHighSurrogate ? longest - 1 : longest);
}
