import type { TextChannel } from "../../ports/texting";

const whatsappPrefix = "whatsapp:";

/** Twilio's spelling of an address: WhatsApp's carry a prefix, SMS's none. Ours is the same; a missing prefix is added. */
export function toTwilioAddress(channel: TextChannel, address: string): string {
  return channel === "sms" || address.startsWith(whatsappPrefix) ? address : whatsappPrefix + address;
}

/**
 * The channel of Twilio's spelling; null for channels that are not ours (messenger:, rcs: …). What stands after
 * "whatsapp:" is opaque: since July 2026 people may hide their number behind a username.
 */
export function readChannel(address: string): TextChannel | null {
  if (/^whatsapp:/i.test(address)) return "whatsapp";
  return /^[a-z]+:/i.test(address) ? null : "sms";
}
