const devanagariZero = 0x0966;

/**
 * What was said as plain words with one space between: small letters, no accents, no punctuation, Devanagari digits as
 * ours, one spelling for nukta and nasal signs. "¿A las 4:30 p.m.?" becomes "a las 4:30 pm".
 */
export function plainWords(said: string): string {
  return said
    .slice(0, 4000)
    .toWellFormed()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u093c]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/\u0901/g, "\u0902")
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - devanagariZero))
    .replace(/['’ʼ`]/g, "")
    .replace(/(\d)\s*([ap])\.?\s?m\b\.?/g, "$1 $2m")
    .replace(/(\d)[.:h](\d\d)(?!\d)/g, "$1:$2")
    .replace(/(?<!\d):|:(?!\d)/g, " ")
    .replace(/[^\p{L}\p{M}\p{N}:/]+/gu, " ")
    .trim();
}
