import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { MicroPrice } from "@/lib/kernel/money";
import { addToDay } from "./count-day";
import { costOf, counterOf, isLimited, spendCounter } from "./rules";
import type { UsageDirection, UsageKind } from "./schema";

type Kept = {
  kind: UsageKind;
  direction: UsageDirection;
  state: "reserved" | "settled" | "released";
  day: string;
  units: number;
  unitMicros: number;
  micros: number;
  currency: string;
  source: string;
};

/** What something came to. */
export type Settlement = {
  subject: string;
  /** Segments, messages or minutes; unset: as reserved. */
  units?: number;
  /** What the carrier says it charged. */
  price?: MicroPrice | null;
};

/**
 * Writes down what something really cost. Twice the same is once: a repeated callback changes nothing, and what a carrier
 * has told is not overwritten by the price list. Without a reservation nothing happens.
 */
export async function settleUsage(sql: Sql, ctx: Ctx, settled: Settlement): Promise<void> {
  const kept = await lockEntry(sql, ctx, settled.subject);
  if (!kept) return;
  const units = settled.units ?? kept.units;
  const isToldAlready = kept.source === "carrier" && !settled.price;
  const cost = isToldAlready
    ? { micros: kept.micros, currency: kept.currency, source: kept.source }
    : costOf(units, kept.unitMicros, settled.price, kept.currency);
  await change(sql, ctx, settled.subject, kept, { ...kept, ...cost, units, state: "settled" });
}

/** Gives back what was reserved for something that did not happen, or that the carrier does not charge. */
export async function releaseUsage(sql: Sql, ctx: Ctx, subject: string): Promise<void> {
  const kept = await lockEntry(sql, ctx, subject);
  if (kept && kept.state !== "released")
    await change(sql, ctx, subject, kept, { ...kept, units: 0, micros: 0, state: "released" });
}

function lockEntry(sql: Sql, ctx: Ctx, subject: string): Promise<Kept | null> {
  return sql.one<Kept>(
    `SELECT kind, direction, state, to_char(day, 'YYYY-MM-DD') AS day, units, unit_micros::float8 AS "unitMicros", micros::float8 AS micros,
        currency, source FROM usage_entries WHERE tenant_id = $1::uuid AND subject = $2 FOR UPDATE`,
    [ctx.tenantId, subject],
  );
}

async function change(sql: Sql, ctx: Ctx, subject: string, before: Kept, after: Kept): Promise<void> {
  if (isSame(before, after)) return;
  await sql.run(
    `UPDATE usage_entries SET state = $3, units = $4::int, micros = $5::bigint, currency = $6, source = $7,
        settled_at = coalesce(settled_at, $8::timestamptz) WHERE tenant_id = $1::uuid AND subject = $2`,
    [
      ...[ctx.tenantId, subject, after.state, after.units, Math.round(after.micros), after.currency],
      ...[after.source, ctx.clock.now()],
    ],
  );
  if (isLimited(before.direction)) await addToDay(sql, ctx, before.day, difference(before, after));
}

function isSame(one: Kept, other: Kept): boolean {
  return (
    one.state === other.state &&
    one.units === other.units &&
    one.micros === other.micros &&
    one.currency === other.currency &&
    one.source === other.source
  );
}

/** What the day's counters change by; a price in another currency moves the spending over. */
function difference(before: Kept, after: Kept): Record<string, number> {
  const counter = counterOf(before.kind);
  const spent: Record<string, number> = { [spendCounter(before.currency)]: -before.micros };
  const now = spendCounter(after.currency);
  spent[now] = (spent[now] ?? 0) + after.micros;
  return { ...spent, ...(counter ? { [counter]: after.units - before.units } : {}) };
}
