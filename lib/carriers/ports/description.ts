import type { CarrierName } from "./connection";

/** One field of the settings form. Secret ones are sealed at rest and shown by their last four characters only. */
export type CredentialField = {
  name: string;
  label: string;
  secret: boolean;
  required: boolean;
  /** Source of a regular expression that the whole value must match. */
  pattern: string;
  /** Shown when the pattern does not match. */
  problem: string;
  placeholder?: string;
  /** Where a person finds the value. */
  help: string;
};

export type Capability =
  | "sms"
  | "whatsapp"
  | "voice"
  | "numbers"
  | "recordings"
  | "softphone"
  | "relay"
  | "media_stream"
  | "queue"
  | "payment"
  | "caller_names";

/** What a carrier can do, as data: the settings form, masking, the doctor and the composer are drawn from it. */
export type CarrierDescription = {
  name: CarrierName;
  label: string;
  /** Hosts its API lives on; also the only ones that ever receive its credentials. */
  apiBaseUrl: string;
  credentialFields: readonly CredentialField[];
  capabilities: Readonly<Record<Capability, boolean>>;
  /** Why a missing capability is missing, in a sentence for people. */
  missing: Readonly<Partial<Record<Capability, string>>>;
  limits: {
    /** Seconds the carrier waits for call instructions. */
    answerSeconds: number;
    /** Longest text body, in characters; 0 without texting. */
    bodyCharacters: number;
    mediaPerText: number;
    /** Longest text of one spoken element, in characters. */
    speechCharacters: number;
  };
  /** Last part of the path under which callers' input arrives at us. */
  inputPath: "gather" | "input";
  /** Last part of the path under which the end of calls arrives at us. */
  statusPath: "status" | "hangup";
  /** Whether it signs WebSocket upgrades; where it does not, the one-time ticket is all the proof there is. */
  signsSockets: boolean;
  /** Spellings of call instructions it can be sent, the default first. */
  dialects: readonly string[];
  /** What a number's webhooks hang on: set them with `Numbers.configure`, or with `Applications` and attach it. */
  webhooksBelongTo: "number" | "application";
  /** ISO countries it sells numbers in; empty: many, ask it. */
  numberCountries: readonly string[];
};
