import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { addDays, localDay } from "@/lib/kernel/time";
import { readTenantIn, type TenantView } from "@/lib/tenants";
import { capOf } from "./rules";
import type { UsageCap, UsageQuery, UsageSum, UsageView } from "./schema";

const sums = `kind, direction, sum(units)::float8 AS units, sum(micros)::float8 AS micros,
  coalesce(sum(micros) FILTER (WHERE state = 'reserved'), 0)::float8 AS "reservedMicros", currency`;
const span = `usage_entries u WHERE u.tenant_id = $1::uuid AND u.day >= $2::date AND u.day <= $3::date AND u.state <> 'released'`;

/** What the tenant used, in its own days. What was released is not in it. */
export function readUsage(ctx: Ctx, { days }: UsageQuery): Promise<UsageView> {
  return withTenantSql(ctx, async (sql) => {
    const tenant = await readTenantIn(sql, ctx);
    const day = localDay(ctx.clock.now(), tenant.timezone);
    const monthStart = `${day.slice(0, 8)}01`;
    return {
      timezone: tenant.timezone,
      today: { day, sums: await readSums(sql, ctx, day, day) },
      month: { from: monthStart, sums: await readSums(sql, ctx, monthStart, day) },
      days: await readDays(sql, ctx, addDays(day, 1 - days), day),
      numbers: await readNumbers(sql, ctx, monthStart, day),
      caps: await readCaps(sql, ctx, day, tenant),
    };
  });
}

function readSums(sql: Sql, ctx: Ctx, from: string, until: string): Promise<UsageSum[]> {
  return sql.rows<UsageSum>(
    `SELECT ${sums} FROM ${span} GROUP BY kind, direction, currency ORDER BY 1, 2, 6`,
    [ctx.tenantId, from, until],
  );
}

async function readDays(sql: Sql, ctx: Ctx, from: string, until: string): Promise<UsageView["days"]> {
  const rows = await sql.rows<UsageSum & { day: string }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, ${sums} FROM ${span} GROUP BY 1, kind, direction, currency ORDER BY 1, 2, 3`,
    [ctx.tenantId, from, until],
  );
  const days: UsageView["days"] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const ofDay = rows.filter((row) => row.day === day);
    days.push({ day, sums: ofDay.map(({ day: _day, ...sum }) => sum) });
  }
  return days;
}

async function readNumbers(sql: Sql, ctx: Ctx, from: string, until: string): Promise<UsageView["numbers"]> {
  type Row = UsageSum & { numberId: string | null; e164: string | null; label: string };
  const rows = await sql.rows<Row>(
    `SELECT s.*, n.e164, coalesce(n.label, '') AS label
       FROM (SELECT number_id AS "numberId", ${sums} FROM ${span} GROUP BY number_id, kind, direction, currency) s
       LEFT JOIN numbers n ON n.tenant_id = $1::uuid AND n.id = s."numberId" ORDER BY n.created_at NULLS LAST, s.kind, s.direction`,
    [ctx.tenantId, from, until],
  );
  const numbers = new Map<string | null, UsageView["numbers"][number]>();
  for (const { numberId, e164, label, ...sum } of rows) {
    const known = numbers.get(numberId) ?? { numberId, e164, label, sums: [] };
    known.sums.push(sum);
    numbers.set(numberId, known);
  }
  return [...numbers.values()];
}

async function readCaps(
  sql: Sql,
  ctx: Ctx,
  day: string,
  { settings: { limits }, currency }: TenantView,
): Promise<UsageCap[]> {
  const rows = await sql.rows<{ kind: string; used: number }>(
    "SELECT kind, used::float8 AS used FROM daily_usage WHERE tenant_id = $1::uuid AND day = $2::date ORDER BY kind",
    [ctx.tenantId, day],
  );
  const counted = (["sms_segments", "whatsapp_messages", "call_minutes"] as const).map((what) => ({
    what,
    used: rows.find(({ kind }) => kind === what)?.used ?? 0,
    cap: capOf(what, limits),
    currency: null,
  }));
  const spent = rows.filter(({ kind, used }) => kind.startsWith("spend:") && used > 0);
  const money = spent.map(({ kind, used }) => ({
    ...{ what: "spend" as const, used, cap: capOf(kind, limits), currency: kind.slice("spend:".length) },
  }));
  const nothing = { what: "spend" as const, used: 0, cap: capOf(`spend:${currency}`, limits), currency };
  return [...counted, ...(money.length > 0 ? money : [nothing])];
}
