import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { addDays, localDay, momentOf, wallTime } from "@/lib/kernel/time";
import { bookingColumns, bookingSource, callColumns, callSource, textColumns, textSource } from "./figures";
import { readZone } from "./read-zone";
import { noFigures } from "./rules";
import type { Figures, TodayView } from "./schema";

/** Today so far in the business's zone, and yesterday until the same time on the wall. */
export async function readToday(ctx: Ctx): Promise<TodayView> {
  return withTenantSql(ctx, async (sql) => {
    const timezone = await readZone(sql, ctx);
    const now = ctx.clock.now();
    const day = localDay(now, timezone);
    const midnight = momentOf(day, "00:00", timezone);
    return {
      ...{ timezone, day },
      figures: await countSpan(sql, ctx, midnight, new Date(now.getTime() + 1)),
      yesterday: await countSpan(sql, ctx, ...yesterdayUntil(now, day, timezone)),
      ...(await countNow(sql, ctx, midnight, momentOf(addDays(day, 1), "00:00", timezone))),
    };
  });
}

function yesterdayUntil(now: Date, day: string, timezone: string): [from: Date, until: Date] {
  const yesterday = addDays(day, -1);
  const { hour, minute } = wallTime(now, timezone);
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return [momentOf(yesterday, "00:00", timezone), momentOf(yesterday, time, timezone)];
}

async function countSpan(sql: Sql, ctx: Ctx, from: Date, until: Date): Promise<Figures> {
  const values = [ctx.tenantId, from, until];
  const calls = await sql.one<Partial<Figures>>(`SELECT ${callColumns} FROM ${callSource}`, values);
  const texts = await sql.one<Partial<Figures>>(`SELECT ${textColumns} FROM ${textSource}`, values);
  const bookings = await sql.one<Partial<Figures>>(`SELECT ${bookingColumns} FROM ${bookingSource}`, values);
  return { ...noFigures, ...calls, ...texts, ...bookings };
}

async function countNow(sql: Sql, ctx: Ctx, from: Date, until: Date) {
  const row = await sql.one<Pick<TodayView, "live" | "appointments">>(
    `SELECT (SELECT count(*)::int FROM calls WHERE tenant_id = $1::uuid AND ended_at IS NULL) AS live,
        (SELECT count(*)::int FROM appointments WHERE tenant_id = $1::uuid AND starts_at >= $2::timestamptz AND starts_at < $3::timestamptz
           AND status IN ('booked', 'completed')) AS appointments`,
    [ctx.tenantId, from, until],
  );
  return row ?? { live: 0, appointments: 0 };
}
