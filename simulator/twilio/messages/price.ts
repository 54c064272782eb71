import type { Message } from "../../world/records";

/** Round list prices per segment by dialling prefix, longest first; what is not listed costs the last. */
const perSegment: [prefix: string, dollars: number][] = [
  ["+91", 0.0832],
  ["+44", 0.0463],
  ["+61", 0.0515],
  ["+1", 0.0083],
  ["+", 0.065],
];
const PER_MEDIA = 0.012;
const PER_WHATSAPP = 0.005;

/** What Twilio charges once a message was sent: a negative decimal string. */
export function priceOf(message: Message): string {
  const [, dollars] = perSegment.find(([prefix]) => message.to.startsWith(prefix)) ?? ["", 0];
  const cost = message.channel === "whatsapp" ? PER_WHATSAPP : dollars * message.segments;
  return (-(cost + PER_MEDIA * message.mediaUrls.length)).toFixed(5);
}
