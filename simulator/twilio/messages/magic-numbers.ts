import type { TwilioErrorCode } from "../api/errors";

/** Twilio's test numbers: what each makes of a message's recipient and sender. +15005550006 is the good one. */
export const magicRecipients: Record<string, TwilioErrorCode> = {
  "+15005550001": 21211,
  "+15005550002": 21612,
  "+15005550003": 21408,
  "+15005550004": 21610,
  "+15005550009": 21614,
};

export const magicSenders: Record<string, TwilioErrorCode> = {
  "+15005550001": 21212,
  "+15005550007": 21606,
  "+15005550008": 21611,
};

/** Errors that only come out after Twilio accepted the message, and the state they end in. */
const laterErrors: Record<number, { status: "failed" | "undelivered"; message: string }> = {
  30001: { status: "failed", message: "Queue overflow" },
  30002: { status: "failed", message: "Account suspended" },
  30003: { status: "undelivered", message: "Unreachable destination handset" },
  30004: { status: "undelivered", message: "Message blocked" },
  30005: { status: "undelivered", message: "Unknown destination handset" },
  30006: { status: "undelivered", message: "Landline or unreachable carrier" },
  30007: { status: "undelivered", message: "Message filtered" },
  30008: { status: "undelivered", message: "Unknown error" },
  30032: { status: "undelivered", message: "Toll-free number has not been verified" },
  30034: { status: "undelivered", message: "US A2P 10DLC: message from an unregistered number" },
  63003: { status: "failed", message: "Channel could not find To address" },
  63016: { status: "failed", message: "Failed to send freeform message outside the allowed window" },
  63018: { status: "failed", message: "Rate limit exceeded for channel" },
};

export type LaterError = { code: number; status: "failed" | "undelivered"; message: string };

/**
 * Our own magic recipients, as Twilio has none for this: +150055 followed by the error code, so a message to
 * +15005530006 is accepted and then reported undelivered with 30006.
 */
export function laterErrorFor(recipient: string): LaterError | null {
  const [, digits = ""] = /^\+150055(\d{5})$/.exec(recipient) ?? [];
  return digits ? describeLaterError(Number(digits)) : null;
}

/** State and wording of a delivery error; null for codes that are none. */
export function describeLaterError(code: number): LaterError | null {
  const found = laterErrors[code];
  return found ? { code, ...found } : null;
}
