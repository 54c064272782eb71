import { parsePhone } from "./phone";

/** What a carrier may name as the other side of a message or a call. */
export type Address =
  | { kind: "phone"; address: string; e164: string; country: string | null }
  | { kind: "whatsapp"; address: string; e164?: string }
  | { kind: "client"; address: string; identity: string }
  | { kind: "sip"; address: string }
  | { kind: "short_code"; address: string }
  | { kind: "sender_id"; address: string }
  | { kind: "anonymous"; address: null }
  | { kind: "unreadable"; address: string };

// Twilio writes a withheld number as a word or as a word spelled on the keypad (ANONYMOUS, RESTRICTED, BLOCKED, UNAVAILABLE, UNKNOWN).
const withheldWords =
  /^(?:anonymous|unknown|restricted|blocked|private|withheld|unavailable|no ?caller ?id)(?:@.*)?$/i;
const withheldDigits: readonly string[] = ["266696687", "7378742833", "2562533", "86282452253", "8656696"];

const longestAddress = 255;

/**
 * Reads the address of a customer as a carrier writes it. `address` is its one spelling, fit to be a unique key.
 * A WhatsApp address stays opaque, since a user may hide the number behind a name; `e164` is there when it shows one.
 */
export function parseAddress(raw: string, defaultCountry: string): Address {
  const text = raw.normalize("NFC").replace(/\p{C}/gu, "").trim().slice(0, longestAddress);
  if (isWithheld(text)) return { kind: "anonymous", address: null };
  const scheme = /^(whatsapp|client|sips?):(.*)$/is.exec(text);
  if (scheme) return parseScheme(scheme[1]?.toLowerCase() ?? "", scheme[2]?.trim() ?? "", defaultCountry);
  if (/^\d{3,6}$/.test(text)) return { kind: "short_code", address: text };
  const phone = parsePhone(text, defaultCountry);
  if (phone.ok) return { kind: "phone", address: phone.e164, e164: phone.e164, country: phone.country };
  if (/^(?=.*\p{L})[\p{L}\d &.+_-]{2,11}$/u.test(text)) return { kind: "sender_id", address: text };
  return { kind: "unreadable", address: text };
}

/** The unique spelling of an address for storing and looking up; `null` when the other side hid it. */
export function addressKey(raw: string, defaultCountry: string): string | null {
  return parseAddress(raw, defaultCountry).address;
}

function isWithheld(text: string): boolean {
  return text === "" || withheldWords.test(text) || withheldDigits.includes(text.replace(/^\+/, ""));
}

function parseScheme(scheme: string, rest: string, defaultCountry: string): Address {
  if (scheme === "client") return { kind: "client", address: `client:${rest}`, identity: rest };
  if (scheme !== "whatsapp") return { kind: "sip", address: `${scheme}:${rest.toLowerCase()}` };
  const phone = /^\+?[\d\s().-]+$/.test(rest) ? parsePhone(rest, defaultCountry) : { ok: false as const };
  if (!phone.ok) return { kind: "whatsapp", address: `whatsapp:${rest}` };
  return { kind: "whatsapp", address: `whatsapp:${phone.e164}`, e164: phone.e164 };
}
