/** Up to two initials of a name: first and last word. Empty for numbers and for nothing. */
export function initialsOf(name: string | null | undefined): string {
  const words = (name ?? "").split(/[\s·,]+/).filter((word) => /^\p{L}/u.test(word));
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => firstLetter(word)).join("");
}

/** A stable number below `count` for a name, so that a person keeps one colour everywhere. */
export function avatarTint(name: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const character of name.trim().toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % count;
}

function firstLetter(word: string | undefined): string {
  return word ? (Array.from(word)[0] ?? "").toLocaleUpperCase() : "";
}
