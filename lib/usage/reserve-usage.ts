import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { localDay } from "@/lib/kernel/time";
import { addToDay, lockDay } from "./count-day";
import { findPrice } from "./find-price";
import { keepEntry } from "./keep-entry";
import { capOf, counterOf, type DailyLimits, firstFull, spendCounter } from "./rules";
import type { UsageOrder } from "./schema";

/** Reserved, or the counter that has no room for it and its cap. Money is in micros of `currency`. */
export type Reservation = { ok: true } | { ok: false; counter: string; cap: number; currency: string };

type Payer = { settings: { limits: DailyLimits }; timezone: string };

/**
 * Reserves what something will cost, before it is done, inside the transaction that decides to do it: if that rolls back,
 * nothing was reserved. The day's counters are locked until commit, so any number at once cannot pass a cap.
 */
export async function reserveUsage(
  sql: Sql,
  ctx: Ctx,
  order: UsageOrder,
  { settings, timezone }: Payer,
): Promise<Reservation> {
  const price = await findPrice(sql, order);
  const counter = counterOf(order.kind);
  const wanted = {
    ...(counter ? { [counter]: order.units } : {}),
    [spendCounter(price.currency)]: order.units * price.micros,
  };
  const day = localDay(ctx.clock.now(), timezone);
  const used = await lockDay(sql, ctx, day, Object.keys(wanted));
  const full = firstFull(wanted, used, settings.limits);
  if (full) return { ok: false, counter: full, cap: capOf(full, settings.limits), currency: price.currency };
  if (await keepEntry(sql, ctx, { order, price, day, state: "reserved" }))
    await addToDay(sql, ctx, day, wanted);
  return { ok: true };
}
