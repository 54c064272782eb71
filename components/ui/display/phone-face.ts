const shortCodes = new Set([
  "20",
  "27",
  "30",
  "31",
  "32",
  "33",
  "34",
  "36",
  "39",
  "40",
  "41",
  "43",
  "44",
  "45",
  "46",
  "47",
  "48",
  "49",
  "51",
  "52",
  "53",
  "54",
  "55",
  "56",
  "57",
  "58",
  "60",
  "61",
  "62",
  "63",
  "64",
  "65",
  "66",
  "81",
  "82",
  "84",
  "86",
  "90",
  "91",
  "92",
  "93",
  "94",
  "95",
  "98",
]);

/**
 * An E.164 number in groups that people can read, without a numbering plan in the browser: North America and India
 * as they write themselves, every other country in groups of three. What is no such number comes back unchanged.
 */
export function phoneFace(e164: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) return e164;
  const digits = e164.slice(1);
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits);
  if (american) return `+1 (${american[1]}) ${american[2]}-${american[3]}`;
  const indian = /^91(\d{5})(\d{5})$/.exec(digits);
  if (indian) return `+91 ${indian[1]} ${indian[2]}`;
  const code = countryCode(digits);
  return `+${code} ${inGroups(digits.slice(code.length))}`;
}

function countryCode(digits: string): string {
  if (digits.startsWith("1") || digits.startsWith("7")) return digits.slice(0, 1);
  return digits.slice(0, shortCodes.has(digits.slice(0, 2)) ? 2 : 3);
}

/** Threes from the left; a last group of one joins the one before. */
function inGroups(digits: string): string {
  return digits.replace(/(\d{3})(?=\d{2})/g, "$1 ").trim();
}
