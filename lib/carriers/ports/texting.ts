import type { MicroPrice } from "@/lib/kernel/money";
import type { Connection } from "./connection";
import type { CarrierOutcome } from "./outcomes";

export type TextChannel = "sms" | "whatsapp";

/** Delivery states in the carrier-neutral words. Their order and finality are the messages noun's rules. */
export const textStatuses = [
  "accepted",
  "scheduled",
  "queued",
  "sending",
  "sent",
  "delivered",
  "undelivered",
  "failed",
  "canceled",
  "read",
  "received",
] as const;
export type TextStatus = (typeof textStatuses)[number];

/** One text to send. Addresses are E.164, on WhatsApp `whatsapp:` and what the channel calls a person (kernel/address). */
export type OutgoingText = {
  channel: TextChannel;
  to: string;
  /** Sender; may be left out when `pool` is given. */
  from?: string;
  /** A pool of senders (Twilio: Messaging Service SID). SMS only. */
  pool?: string;
  /** Up to `limits.bodyCharacters`. Left out when a template is sent. */
  body?: string;
  /** Public https URLs, at most `limits.mediaPerText`. */
  mediaUrls?: readonly string[];
  /** An approved template instead of body and media. */
  template?: { id: string; variables?: Readonly<Record<string, string>> };
  /** Where delivery states are sent; carries our own message id in its path. */
  statusUrl?: string;
  /** Give up after so many seconds in the carrier's queue, 1 to 36,000. */
  validSeconds?: number;
};

export type SentText = {
  status: TextStatus;
  segments: number;
  /** Usually known only later, through `fetch`. Positive = cost. */
  price?: MicroPrice;
};

/** What the carrier knows about a text, either direction. */
export type TextState = SentText & {
  sid: string;
  direction: "inbound" | "outbound";
  channel: TextChannel;
  from: string;
  to: string;
  body: string;
  errorCode?: string;
  sentAt?: Date;
  createdAt?: Date;
};

export type TextFilter = {
  channel: TextChannel;
  to?: string;
  from?: string;
  /** Both bounds inclusive. */
  after?: Date;
  before?: Date;
  /** At most 200; default 50. */
  limit?: number;
};

/** A picture or file of an inbound text, complete in memory. */
export type Media =
  | { ok: true; bytes: Uint8Array; contentType: string }
  | { ok: false; reason: "foreign_url" | "not_found" | "too_large" | "type_refused" | "unavailable" };

/** Texts over SMS and WhatsApp. Sending throws nothing: every failure is an outcome. Reads throw `AppError` (carrier_error, unavailable). */
export interface Texting {
  /** Sends once, never retrying by itself: sending is not idempotent at carriers (Twilio error 20500). */
  send(connection: Connection, text: OutgoingText): Promise<CarrierOutcome<SentText>>;
  /** The carrier's view of one text; null when it knows none of that id in this account. */
  fetch(connection: Connection, sid: string): Promise<TextState | null>;
  /** Newest first. Reconciles an `unknown` send by address and time. */
  list(connection: Connection, filter: TextFilter): Promise<TextState[]>;
  /** Blanks the body at the carrier, for erasure; a text already gone counts as done. */
  redact(connection: Connection, sid: string): Promise<void>;
  /** Fetches inbound media with credentials, from the carrier's API host only; 16 MB at most. */
  fetchMedia(connection: Connection, url: string): Promise<Media>;
}
