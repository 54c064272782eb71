import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { addDays, localDay, momentOf } from "@/lib/kernel/time";
import {
  bookingColumns,
  bookingSource,
  callColumns,
  callSource,
  incomingColumns,
  textColumns,
  textSource,
} from "./figures";
import { readZone } from "./read-zone";
import { addFigures, noFigures } from "./rules";
import type { DayFigures, Figures, HistoryView, HourFigures } from "./schema";

type Span = { timezone: string; first: string; count: number; values: unknown[] };

/** The last days in the business's zone, today included: every day and every hour of the day, also those without anything. */
export async function readHistory(ctx: Ctx, input: { days: number }): Promise<HistoryView> {
  return withTenantSql(ctx, async (sql) => {
    const timezone = await readZone(sql, ctx);
    const today = localDay(ctx.clock.now(), timezone);
    const first = addDays(today, 1 - input.days);
    const [from, until] = [first, addDays(today, 1)].map((day) => momentOf(day, "00:00", timezone));
    const span: Span = {
      ...{ timezone, first, count: input.days },
      values: [ctx.tenantId, from, until, timezone],
    };
    const days = await readDays(sql, span);
    return { timezone, days, hours: await readHours(sql, span), totals: addFigures(days) };
  });
}

async function readDays(sql: Sql, { first, count, values }: Span): Promise<DayFigures[]> {
  type Row = Partial<Figures> & { day: string };
  const rows = [
    ...(await sql.rows<Row>(byDay(callColumns, callSource, "c.started_at"), values)),
    ...(await sql.rows<Row>(byDay(textColumns, textSource, "m.created_at"), values)),
    ...(await sql.rows<Row>(byDay(bookingColumns, bookingSource, "a.created_at"), values)),
  ];
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(first, index);
    return Object.assign({ ...noFigures, day }, ...rows.filter((row) => row.day === day));
  });
}

function byDay(columns: string, source: string, time: string): string {
  return `SELECT to_char(${time} AT TIME ZONE $4::text, 'YYYY-MM-DD') AS day, ${columns} FROM ${source} GROUP BY 1`;
}

async function readHours(sql: Sql, { values }: Span): Promise<HourFigures[]> {
  const rows = await sql.rows<HourFigures>(
    `SELECT extract(hour FROM c.started_at AT TIME ZONE $4::text)::int AS hour, ${incomingColumns} FROM ${callSource} GROUP BY 1`,
    values,
  );
  return Array.from(
    { length: 24 },
    (_, hour) => rows.find((row) => row.hour === hour) ?? { hour, answered: 0, voicemail: 0, missed: 0 },
  );
}
