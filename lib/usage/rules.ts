import type { MicroPrice } from "@/lib/kernel/money";
import type { UsageDirection, UsageKind } from "./schema";

/** Minutes that a call of so many seconds is charged as: each one begun counts, a call that nobody took none. */
export function minutesOf(seconds: number): number {
  return Math.max(0, Math.ceil(seconds / 60));
}

/** What the day's limit of a kind is counted under; null: nobody limits it by the day. */
export function counterOf(kind: UsageKind): string | null {
  return {
    sms: "sms_segments",
    whatsapp: "whatsapp_messages",
    call_minute: "call_minutes",
    number_month: null,
  }[kind];
}

/** What the day's spending in a currency is counted under; currencies are not added up. */
export function spendCounter(currency: string): string {
  return `spend:${currency}`;
}

/** The part of a tenant's limits that is about a day. */
export type DailyLimits = {
  dailyTextCap: number;
  dailyWhatsappCap: number;
  dailyCallMinutesCap: number;
  /** In main units of whatever currency is spent. */
  dailySpendCap: number;
};

/** How much of a counter a day allows. */
export function capOf(counter: string, limits: DailyLimits): number {
  switch (counter) {
    case "sms_segments":
      return limits.dailyTextCap;
    case "whatsapp_messages":
      return limits.dailyWhatsappCap;
    case "call_minutes":
      return limits.dailyCallMinutesCap;
    default:
      return limits.dailySpendCap * 1_000_000;
  }
}

/** The first counter that would pass its cap; null when all have room. */
export function firstFull(
  wanted: Readonly<Record<string, number>>,
  used: Readonly<Record<string, number>>,
  limits: DailyLimits,
): string | null {
  const full = Object.entries(wanted).find(
    ([counter, amount]) => amount > 0 && (used[counter] ?? 0) + amount > capOf(counter, limits),
  );
  return full?.[0] ?? null;
}

/** What units cost: what the carrier says, else the price list's. */
export function costOf(
  units: number,
  unitMicros: number,
  told: MicroPrice | null | undefined,
  currency: string,
): { micros: number; currency: string; source: "carrier" | "table" } {
  if (told) return { micros: Math.abs(told.micros), currency: told.currency, source: "carrier" };
  return { micros: units * unitMicros, currency, source: "table" };
}

/** How long to wait before a carrier is asked what something cost, by attempt from 0; null: the price list's word stays. */
export function priceDelaySeconds(attempt: number): number | null {
  return [120, 1_800, 21_600, 86_400][attempt] ?? null;
}

/** Whether something counts against the day's limits: only what the business does itself can be refused. */
export function isLimited(direction: UsageDirection): boolean {
  return direction === "outbound";
}
