import type { DailyWindow } from "@/lib/kernel/time";

/** Why a text is not sent. Each is also the API's error code. */
export const refusals = [
  "invalid_number",
  "opted_out",
  "country_not_allowed",
  "whatsapp_window",
  "quiet_hours",
  "cap_reached",
  "suspended",
] as const;
export type Refusal = (typeof refusals)[number];

/** Everything the gate looks at; gathered by the caller, so that the decision itself is pure. */
export type TextFacts = {
  channel: "sms" | "whatsapp";
  /** Canonical recipient: E.164, or an opaque WhatsApp address. */
  to: string;
  /** null: the address holds no number at all. */
  country: string | null;
  isNumberPossible: boolean;
  isCostly: boolean;
  isSuppressed: boolean;
  /** The super admin has closed the business for now. */
  isSuspended: boolean;
  allowedCountries: readonly string[];
  /** End of the free-text window; null when the customer never wrote on WhatsApp. */
  whatsappWindowEnd: Date | null;
  isTemplate: boolean;
  /** When the business texts nobody, on the recipient's clock; null: it has no such hours. */
  quietHours: DailyWindow | null;
  /** Where the recipient may live; none: nothing is known, and the business's own zone counts. */
  zones: readonly string[];
  /** When they last wrote or called: an answer within the hour disturbs nobody. */
  lastInboundAt: Date | null;
  /** Somebody decided to send in quiet hours too. */
  insists: boolean;
  /** Whether a person or a program outside asks, who may decide so; what writes by itself may not. */
  mayInsist: boolean;
  /** The moment at which it is to leave. */
  now: Date;
};

/** What the gate looks at for a call. */
export type CallFacts = {
  /** As somebody typed it: emergency numbers are recognised by it. */
  spelling: string;
  country: string | null;
  isNumberPossible: boolean;
  isCostly: boolean;
  allowedCountries: readonly string[];
  /** The super admin has closed the business for now. */
  isSuspended: boolean;
  /** One of the business's own numbers: a machine would talk with itself. */
  isOwnNumber: boolean;
  /** An assistant calls a person who wants nothing automatic any more. A member may still call them. */
  isUnwanted: boolean;
  /** The business's quiet hours, where the call is one that keeps them, and the zones in which the person may live. */
  quietHours: TextFacts["quietHours"];
  zones: readonly string[];
  now: Date;
};

/** What the gate decided, in words, and what would be possible instead. Stored with the message. */
export type Verdict =
  | { ok: true; despite?: "quiet_hours" }
  | { ok: false; reason: Refusal; sentence: string; instead: Instead[] };

/** Something that would work instead of the refused text. */
export type Instead =
  | { kind: "send_later"; at: string; zone: string }
  | { kind: "send_anyway" }
  | { kind: "use_channel"; channel: "sms" | "whatsapp" }
  | { kind: "use_template" }
  | { kind: "call" }
  | { kind: "ask_to_text_start" }
  | { kind: "allow_country"; country: string }
  | { kind: "raise_cap" }
  | { kind: "correct_number" };
