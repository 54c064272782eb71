import type { InboundText } from "@/lib/carriers";
import type { RawWebhook } from "@/lib/webhook-events";

/** A verified inbound text with the raw request it came in. */
export type ReceivedText = {
  text: InboundText;
  raw: RawWebhook;
  tenant: { country: string; slug: string };
  /** Take it even when the number is none of the tenant's (WhatsApp's sandbox sender, a number not yet added). */
  acceptUnknownNumber?: boolean;
};

/** What became of it. A duplicate has no second effect; of a text to an unknown number nothing is stored. */
export type Reception =
  | { outcome: "stored"; messageId: string; conversationId: string }
  | { outcome: "duplicate" | "unknown_number" | "anonymous" };
