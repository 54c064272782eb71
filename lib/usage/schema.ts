import { z } from "zod";

/** What is counted and priced. */
export const usageKinds = ["sms", "whatsapp", "call_minute", "number_month"] as const;
export type UsageKind = (typeof usageKinds)[number];

/** Which way; a number's rent goes both ways. */
export const usageDirections = ["inbound", "outbound", "both"] as const;
export type UsageDirection = (typeof usageDirections)[number];

/** Something that will cost money, or has. `subject` names it for good: a second one under the same name is the same. */
export type UsageOrder = {
  subject: string;
  kind: UsageKind;
  direction: UsageDirection;
  carrier: string;
  /** The number whose prefix decides about the price: the recipient's, or our own for what comes in. */
  address: string;
  numberId: string | null;
  /** null: through the platform's account. */
  connectionId: string | null;
  units: number;
};

/** Usage of so many days until today, or of the whole calendar month so far. */
export const UsageQuery = z.object({ days: z.coerce.number().int().min(1).max(92).default(30) });
export type UsageQuery = z.output<typeof UsageQuery>;

/** Sums of one kind and direction in one currency. */
export type UsageSum = {
  kind: UsageKind;
  direction: UsageDirection;
  units: number;
  micros: number;
  /** The part of `micros` that is reserved and not yet certain. */
  reservedMicros: number;
  currency: string;
};

/** A limit of a day, and how far it is used up. Money is in micros of `currency`. */
export type UsageCap = {
  what: "sms_segments" | "whatsapp_messages" | "call_minutes" | "spend";
  used: number;
  cap: number;
  currency: string | null;
};

/** What a tenant used: today, this month, day by day, per number, and how far its daily limits are. */
export type UsageView = {
  timezone: string;
  today: { day: string; sums: UsageSum[] };
  month: { from: string; sums: UsageSum[] };
  days: { day: string; sums: UsageSum[] }[];
  numbers: { numberId: string | null; e164: string | null; label: string; sums: UsageSum[] }[];
  caps: UsageCap[];
};
