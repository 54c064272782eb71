import type { Channel } from "../../world/records";

export type Address = { channel: Channel; number: string };

/** Splits `whatsapp:+1…` from `+1…`. Leaves judging the number to others. */
export function readAddress(raw: string): Address {
  const text = raw.trim();
  const isWhatsapp = text.startsWith("whatsapp:");
  return { channel: isWhatsapp ? "whatsapp" : "sms", number: isWhatsapp ? text.slice(9) : text };
}

/** Twilio accepts + and up to fifteen digits, the first not zero. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}
