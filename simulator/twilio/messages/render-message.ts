import type { Channel, Message } from "../../world/records";
import { rfc2822, rfc2822OrNull } from "../api/dates";

/** An address as Twilio writes it: WhatsApp ones carry their channel. */
export function addressOn(channel: Channel, address: string): string {
  return channel === "whatsapp" ? `whatsapp:${address}` : address;
}

/** A message as the REST API shows it: counts and prices are strings. */
export function renderMessage(message: Message): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}`;
  return {
    account_sid: message.accountSid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: rfc2822OrNull(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorMessage,
    from: message.from && addressOn(message.channel, message.from),
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(Math.max(message.mediaSids.length, message.mediaUrls.length)),
    num_segments: String(message.segments),
    price: message.price,
    price_unit: message.priceUnit,
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
    to: addressOn(message.channel, message.to),
    uri: `${uri}.json`,
  };
}
