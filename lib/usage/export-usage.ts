import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { csvOf } from "@/lib/kernel/csv";
import { addDays, localDay } from "@/lib/kernel/time";
import { readTenantIn } from "@/lib/tenants";
import type { UsageQuery } from "./schema";

const heads = [
  ...["Day", "Kind", "Direction", "Number", "Carrier", "Account", "Units", "Price per unit", "Cost"],
  ...["Currency", "State", "Price from", "Subject"],
];

type Row = Record<
  "day" | "kind" | "direction" | "carrier" | "account" | "currency" | "state" | "source" | "subject",
  string
> & { e164: string | null; units: number; unitMicros: number; micros: number };

const mostRows = 50_000;

/** Every entry of the last days as CSV, the newest first; what a spreadsheet would run stays text. */
export async function exportUsage(ctx: Ctx, { days }: UsageQuery): Promise<string> {
  const rows = await withTenantSql(ctx, async (sql) => {
    const { timezone } = await readTenantIn(sql, ctx);
    return sql.rows<Row>(
      `SELECT to_char(u.day, 'YYYY-MM-DD') AS day, u.kind, u.direction, n.e164, u.carrier,
          CASE WHEN u.connection_id IS NULL THEN 'platform' ELSE 'own' END AS account, u.units, u.unit_micros::float8 AS "unitMicros",
          u.micros::float8 AS micros, u.currency, u.state, u.source, u.subject
         FROM usage_entries u LEFT JOIN numbers n ON n.tenant_id = u.tenant_id AND n.id = u.number_id
        WHERE u.tenant_id = $1::uuid AND u.day >= $2::date ORDER BY u.day DESC, u.created_at DESC, u.id LIMIT $3::int`,
      [ctx.tenantId, addDays(localDay(ctx.clock.now(), timezone), 1 - days), mostRows],
    );
  });
  return csvOf(heads, rows.map(cellsOf));
}

function cellsOf(row: Row): (string | number | null)[] {
  return [
    ...[row.day, row.kind, row.direction, row.e164, row.carrier, row.account, row.units],
    ...[row.unitMicros / 1_000_000, row.micros / 1_000_000, row.currency, row.state, row.source, row.subject],
  ];
}
