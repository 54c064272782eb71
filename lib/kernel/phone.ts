import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";

export { formatPhone } from "./phone-format";

/** What a number is, as far as its range tells; `unknown` when the range is too new or reserved. */
export type PhoneKind =
  | "mobile"
  | "landline"
  | "landline_or_mobile"
  | "toll_free"
  | "premium"
  | "shared_cost"
  | "satellite"
  | "voip"
  | "personal"
  | "pager"
  | "company"
  | "voicemail"
  | "unknown";

/** Why a text is not a phone number. */
export type PhoneProblem = "not_a_number" | "too_short" | "too_long" | "unknown_country";

/** A number in E.164 with its ISO 3166 country (`null` for a network without one, such as a satellite's). */
export type Phone = { e164: string; country: string | null; kind: PhoneKind };

/** A phone number, or the reason why the text is none. */
export type ParsedPhone = ({ ok: true } & Phone) | { ok: false; reason: PhoneProblem };

const longestSpelling = 64;

/**
 * Reads any spelling of a phone number: spaces, brackets, dots, `tel:`, trunk zeros, international prefixes, a
 * missing plus before the country code, other scripts' digits, letters on the keypad, an extension (dropped).
 * Without a plus it is read as a number of `defaultCountry` first. A number of the right length in a range that
 * the numbering plan does not list is accepted as `unknown`: plans grow faster than their lists.
 */
export function parsePhone(raw: string, defaultCountry: string): ParsedPhone {
  const spelling = plainSpelling(raw);
  if (!/\d/.test(spelling) || spelling.length > longestSpelling) return { ok: false, reason: "not_a_number" };
  const readings = readingsOf(spelling, defaultCountry);
  const number =
    readings.find((reading) => reading.isValid()) ?? readings.find((reading) => reading.isPossible());
  if (number) return { ok: true, e164: number.number, country: countryOf(number), kind: kindOf(number) };
  return { ok: false, reason: problemOf(spelling, readings) };
}

/** The ISO 3166 country of an E.164 number, `null` when it has none. */
export function countryOfPhone(e164: string): string | null {
  const number = parsePhoneNumberFromString(e164);
  return number ? countryOf(number) : null;
}

/** Whether calling or texting such a number can cost far more than a normal one; refused unless a person insists. */
export function isCostlyKind(kind: PhoneKind): boolean {
  return kind === "premium" || kind === "shared_cost" || kind === "satellite" || kind === "pager";
}

function plainSpelling(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .trim()
    .replace(/^(?:tel|sms|phone|callto):\/*/i, "")
    .replace(
      /^(\+?[\d\s().-]*\d{3}[\s().-]+)([a-z-]{4,10})$/i,
      (_all, digits: string, word: string) => digits + keypad(word),
    );
}

/** Every script's decimal digits stand in a run of their own, from zero to nine. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  for (let zero = code; zero > code - 10; zero -= 1) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
  }
  return digit;
}

function keypad(word: string): string {
  return word.toUpperCase().replace(/[A-Z]/g, (letter) => keypadDigits.charAt(letter.charCodeAt(0) - 65));
}

const keypadDigits = "22233344455566677778889999";

function readingsOf(spelling: string, defaultCountry: string): PhoneNumber[] {
  const digits = spelling.replace(/\D/g, "");
  const spellings = [spelling];
  if (!spelling.includes("+") && digits.startsWith("00")) spellings.push(`+${digits.slice(2)}`);
  if (!spelling.includes("+") && !digits.startsWith("0") && digits.length > 10) spellings.push(`+${digits}`);
  return spellings.flatMap((text) => {
    const options = { defaultCountry: defaultCountry as CountryCode, extract: false };
    const number = parsePhoneNumberFromString(text, options);
    return number ? [number] : [];
  });
}

function countryOf(number: PhoneNumber): string | null {
  return number.country ?? number.getPossibleCountries()[0] ?? null;
}

// Inmarsat and the global mobile satellite system; 882 and 883 are networks that belong to no country and are mostly satellite.
const satelliteCodes: readonly string[] = ["870", "881", "882", "883"];

const kindOfType: Record<NonNullable<ReturnType<PhoneNumber["getType"]>>, PhoneKind> = {
  MOBILE: "mobile",
  FIXED_LINE: "landline",
  FIXED_LINE_OR_MOBILE: "landline_or_mobile",
  TOLL_FREE: "toll_free",
  PREMIUM_RATE: "premium",
  SHARED_COST: "shared_cost",
  VOIP: "voip",
  PERSONAL_NUMBER: "personal",
  PAGER: "pager",
  UAN: "company",
  VOICEMAIL: "voicemail",
};

function kindOf(number: PhoneNumber): PhoneKind {
  if (satelliteCodes.includes(number.countryCallingCode)) return "satellite";
  const type = number.getType();
  return type ? kindOfType[type] : "unknown";
}

function problemOf(spelling: string, readings: readonly PhoneNumber[]): PhoneProblem {
  const digits = spelling.replace(/\D/g, "").length;
  if (/[^\d\s().+/x#;=,-]/i.test(spelling)) return "not_a_number";
  if (readings.length === 0)
    return digits < 4 ? "too_short" : spelling.startsWith("+") ? "unknown_country" : "not_a_number";
  return digits > 10 ? "too_long" : "too_short";
}
