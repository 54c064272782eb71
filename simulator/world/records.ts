/** The shapes that the simulated carriers remember. Fields are neutral; each carrier renders its own JSON from them. */

export type CarrierName = "twilio" | "vobiz";
export type Channel = "sms" | "whatsapp";

/** A customer's account at a carrier: `sid` is Twilio's Account SID or Vobiz's auth id. */
export type Account = {
  carrier: CarrierName;
  sid: string;
  token: string;
  name: string;
  status: "active" | "suspended" | "closed";
  type: "Full" | "Trial";
  /** The parent of a subaccount; its own sid otherwise. */
  ownerSid: string;
  /** A trial account reaches these numbers only. */
  verifiedNumbers: string[];
  balance: string;
  currency: string;
  createdAt: Date;
  updatedAt: Date;
};

export type Capabilities = { voice: boolean; sms: boolean; mms: boolean; fax: boolean };

/** A phone number that an account owns. */
export type IncomingNumber = {
  carrier: CarrierName;
  sid: string;
  accountSid: string;
  phoneNumber: string;
  name: string;
  country: string;
  kind: "local" | "mobile" | "toll-free" | "national";
  capabilities: Capabilities;
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  voiceApplicationSid: string;
  voiceCallerIdLookup: boolean;
  smsUrl: string;
  smsMethod: string;
  smsFallbackUrl: string;
  smsFallbackMethod: string;
  smsApplicationSid: string;
  statusCallback: string;
  statusCallbackMethod: string;
  trunkSid: string | null;
  addressSid: string | null;
  bundleSid: string | null;
  /** Where inbound WhatsApp goes. Set in the carrier's console on a real account; null: no WhatsApp sender. */
  whatsappUrl: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export type MessageStatus =
  | "accepted"
  | "scheduled"
  | "queued"
  | "sending"
  | "sent"
  | "delivered"
  | "undelivered"
  | "failed"
  | "read"
  | "canceled"
  | "received";

/** A text or WhatsApp message in either direction. */
export type Message = {
  carrier: CarrierName;
  sid: string;
  accountSid: string;
  channel: Channel;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  /** Addresses without channel prefix; `from` is null until a messaging service has chosen a sender. */
  from: string | null;
  to: string;
  body: string;
  status: MessageStatus;
  errorCode: number | null;
  errorMessage: string | null;
  messagingServiceSid: string | null;
  segments: number;
  mediaSids: string[];
  /** Where the customer said the media of an outbound message lies. */
  mediaUrls: string[];
  contentSid: string | null;
  contentVariables: string | null;
  price: string | null;
  priceUnit: string;
  statusCallback: string | null;
  /** How the product answered the webhook of an inbound message; null before, and when nothing is configured. */
  answered: { status: number; milliseconds: number } | null;
  sendAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  sentAt: Date | null;
};

/** A file that belongs to a message. */
export type Media = {
  sid: string;
  accountSid: string;
  messageSid: string;
  contentType: string;
  data: Buffer;
  /** Secret name on the storage host that an authorised download is redirected to. */
  storageName: string;
  createdAt: Date;
};

/** A TwiML application. */
export type Application = {
  sid: string;
  accountSid: string;
  name: string;
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  statusCallback: string;
  statusCallbackMethod: string;
  smsUrl: string;
  smsMethod: string;
  smsFallbackUrl: string;
  smsFallbackMethod: string;
  smsStatusCallback: string;
  messageStatusCallback: string;
  voiceCallerIdLookup: boolean;
  createdAt: Date;
  updatedAt: Date;
};

/** An API key of the Standard kind: it may do everything but read accounts and keys. */
export type Key = {
  sid: string;
  accountSid: string;
  name: string;
  secret: string;
  createdAt: Date;
  updatedAt: Date;
};

/** A pool of senders with webhooks of its own. */
export type MessagingService = {
  sid: string;
  accountSid: string;
  name: string;
  inboundUrl: string | null;
  inboundMethod: string;
  fallbackUrl: string | null;
  fallbackMethod: string;
  statusCallback: string | null;
  useInboundWebhookOnNumber: boolean;
  numberSids: string[];
  createdAt: Date;
  updatedAt: Date;
};

export type CallStatus =
  | "queued"
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

/** One leg of a call. What was asked for when it was made stands raw in `request`; the call runner reads it there. */
export type Call = {
  carrier: CarrierName;
  sid: string;
  accountSid: string;
  parentSid: string | null;
  numberSid: string | null;
  direction: "inbound" | "outbound-api" | "outbound-dial";
  from: string;
  to: string;
  status: CallStatus;
  request: Record<string, string[]>;
  answeredBy: string | null;
  forwardedFrom: string | null;
  callerName: string | null;
  price: string | null;
  createdAt: Date;
  updatedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

/** What was recorded of a call. */
export type Recording = {
  carrier: CarrierName;
  sid: string;
  accountSid: string;
  callSid: string;
  conferenceSid: string | null;
  status: "in-progress" | "paused" | "stopped" | "processing" | "completed" | "absent" | "deleted";
  channels: number;
  source: string;
  durationSeconds: number;
  /** WAV bytes; empty once deleted. */
  data: Buffer;
  createdAt: Date;
  updatedAt: Date;
  startedAt: Date;
};
