/** What a phone network can say in 7 bits, and what costs two of them (after an escape). */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const extended = new Set("\f^{}\\[~]|€");

/** How many segments a body takes: 160 or 153 septets each, 70 or 67 UTF-16 units when one character needs more. */
export function countSegments(body: string): number {
  const characters = [...body];
  const isGsm = characters.every((character) => basic.has(character) || extended.has(character));
  const widths = characters.map((character) => widthOf(character, isGsm));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= (isGsm ? 160 : 70)) return 1;
  return packed(widths, isGsm ? 153 : 67);
}

function widthOf(character: string, isGsm: boolean): number {
  if (!isGsm) return character.length;
  return extended.has(character) ? 2 : 1;
}

/** A character of width two is never torn apart between two segments. */
function packed(widths: number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return segments;
}
