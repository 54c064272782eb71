import type { CarrierCredentials } from "./connection";
import type { TextChannel, TextStatus } from "./texting";
import type { CallStatus } from "./voice";
import type { WebhookRequest } from "./webhook-request";

/** Why a request was not believed. For the security log; the sender sees the same 403 for each. */
export type WebhookVerdict =
  | { ok: true /** Index into the credentials that matched. */; credential: number; nonce?: string }
  | {
      ok: false;
      reason: "no_token" | "missing_signature" | "bad_signature" | "bad_body_hash" | "other_account";
    };

/** A parsed webhook, or the reason it is no such thing (answer 400). */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; reason: string };

export type NumberPlace = { city: string; state: string; zip: string; country: string };

/** An inbound SMS or WhatsApp text. */
export type InboundText = {
  sid: string;
  accountId: string;
  channel: TextChannel;
  /** As the carrier writes it, fit for `parseAddress`; `whatsapp:` and something opaque on WhatsApp. */
  from: string;
  to: string;
  /** The sender's E.164 where it is known (always for a phone's SMS, usually for WhatsApp); "" otherwise. */
  fromPhone: string;
  body: string;
  media: { url: string; contentType: string }[];
  segments: number;
  /** Sender pool it came through; "" without. */
  pool: string;
  profileName: string;
  /** Where the sender's number is from; SMS only. */
  place?: NumberPlace;
  /** The carrier recognised a keyword and has already answered it: send nothing back. */
  optOut?: "stop" | "start" | "help";
  button?: { text: string; payload: string };
  location?: { latitude: number; longitude: number; label: string; address: string };
  repliedTo?: { sid: string; sender: string };
  isForwarded: boolean;
  /** The advertisement that led here. */
  referral?: { sourceUrl: string; sourceId: string; headline: string; body: string };
  /** Names that came twice with different values; the first was taken. Worth a security log line. */
  duplicated: string[];
};

/** A delivery state of an outbound text. */
export type TextStatusUpdate = {
  sid: string;
  accountId: string;
  channel: TextChannel;
  status: TextStatus;
  from: string;
  to: string;
  errorCode?: string;
};

/** A call asks what to do for the first time. */
export type CallAnswered = {
  event: "answered";
  callSid: string;
  parentSid?: string;
  accountId: string;
  /** "inbound": somebody rang us; "outbound": we placed it; "softphone": a browser dials. */
  direction: "inbound" | "outbound" | "softphone";
  status: CallStatus;
  from: string;
  to: string;
  callerName: string;
  forwardedFrom: string;
  place?: NumberPlace;
  answeredBy?: "human" | "machine" | "fax" | "unknown";
  /** Attestation of the caller's number: A (full) to C; "" unknown. */
  attestation: string;
  /** Parameters that a browser or our own URL added; chosen by the sender, prove nothing. */
  custom: { [name: string]: string };
  /** The carrier asked the fallback URL because the first one failed with this code. */
  failedWith?: string;
};

/** The caller spoke or pressed keys; both empty = silence. */
export type CallInput = {
  event: "input";
  callSid: string;
  digits: string;
  speech: string;
  /** 0 to 1; missing is normal. */
  confidence?: number;
  isPartial: boolean;
  sequence?: number;
};

export type CallStatusUpdate = {
  event: "status";
  callSid: string;
  parentSid?: string;
  accountId: string;
  status: CallStatus;
  from: string;
  to: string;
  seconds?: number;
  sequence?: number;
  at?: Date;
  answeredBy?: "human" | "machine" | "fax" | "unknown";
  /** Carrier's word for why it ended. */
  cause: string;
  /** Who hung up, as far as the carrier says. */
  endedBy: string;
};

/** The other leg of a dial came to an end. */
export type CallDialed = {
  event: "dialed";
  callSid: string;
  legSid: string;
  status: "completed" | "answered" | "busy" | "no-answer" | "failed" | "canceled";
  seconds?: number;
  /** Whether two people were ever connected; the only safe sign after whispers. */
  isBridged: boolean;
};

export type CallRecorded = {
  event: "recorded";
  callSid: string;
  recordingId: string;
  status: "in-progress" | "completed" | "failed" | "absent";
  seconds: number;
  /** Key that ended it, or "hangup". */
  endedWith: string;
  /** Account named by the sender. Compare, never use. */
  accountId: string;
};

export type CallTranscribed = {
  event: "transcribed";
  callSid: string;
  recordingId: string;
  ok: boolean;
  text: string;
};

export type CallQueued = {
  event: "queued";
  callSid: string;
  queue: string;
  /** Set when the caller left the queue: bridged, hangup, leave, redirected, queue-full, error … */
  result: string;
  position?: number;
  waitSeconds?: number;
  averageSeconds?: number;
};

/** A relay or stream session ended. */
export type CallSessionEnded = {
  event: "session_ended";
  callSid: string;
  status: "ended" | "completed" | "failed";
  handoff: string;
  errorCode: string;
};

export type CallPaid = {
  event: "paid";
  callSid: string;
  /** "success" or the carrier's word for what went wrong. */
  result: string;
  confirmation: string;
  /** The last four digits, all that the carrier leaves of the number. */
  lastFour: string;
  /** "visa" and the like. */
  brand: string;
};

/** A step of taking a card: which field, which try, what was wrong with it. Never what was entered. */
export type CallPaying = {
  event: "paying";
  callSid: string;
  field: string;
  attempt: number;
  problem: string;
};

/** Who answered a call that we placed, found out beside it. */
export type CallMachine = {
  event: "machine";
  callSid: string;
  answeredBy: NonNullable<CallAnswered["answeredBy"]>;
};

export type CallEvent =
  | CallAnswered
  | CallInput
  | CallStatusUpdate
  | CallDialed
  | CallRecorded
  | CallTranscribed
  | CallQueued
  | CallSessionEnded
  | CallPaid
  | CallMachine
  | CallPaying;

/** What a webhook route expects; the parser may return another event when the carrier mixes them (Vobiz hang-ups). */
export type CallWebhookKind = CallEvent["event"];
export type WebhookKind = CallWebhookKind | "text" | "text_status";

/** What can be rehearsed: a call that comes in, a caller who says nothing, a text. */
export type RehearsedKind = "answered" | "input" | "text";

/** A made-up event. `id`: 32 hexadecimal digits. */
export type RehearsedEvent = { id: string; accountId: string; from: string; to: string; body: string };

/** A carrier's webhooks: believe first, then read. Pure, no network. */
export interface Webhooks {
  /**
   * Believes a request or not. `credentials` are all sets that may have signed it (current, previous during rotation,
   * platform). Public URLs come from the request opened with `openWebhook`.
   */
  verify(request: WebhookRequest, credentials: readonly CarrierCredentials[]): WebhookVerdict;
  /**
   * Believes a WebSocket upgrade or not, before it is accepted. Vobiz signs none: there the one-time token in the path
   * is all there is, and the answer is `missing_signature`.
   */
  verifySocket(request: WebhookRequest, credentials: readonly CarrierCredentials[]): WebhookVerdict;
  /** Headers as the carrier would sign a POST of these fields to a URL: for a request of ours to ourselves. */
  sign(url: string, credentials: CarrierCredentials, fields?: Record<string, string>): Record<string, string>;
  /** Fields as the carrier would send them, for a rehearsal of ours; null where it has no such webhook. */
  compose(kind: RehearsedKind, about: RehearsedEvent): Record<string, string> | null;
  /** An inbound SMS or WhatsApp text. Carriers without texting answer `{ ok: false }`. */
  parseText(request: WebhookRequest): Parsed<InboundText>;
  parseTextStatus(request: WebhookRequest): Parsed<TextStatusUpdate>;
  /** A voice event, expected to be `kind`. */
  parseCall(request: WebhookRequest, kind: CallWebhookKind): Parsed<CallEvent>;
  /**
   * What makes two deliveries the same event: `key` from the event's own ids (never random), `token` the carrier's
   * delivery token when it sends one.
   */
  identify(request: WebhookRequest, kind: WebhookKind): { key: string; token: string | null };
}
