import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import type { UsageOrder } from "./schema";

/**
 * Writes down what came in and costs money whether we want it or not: a text, a call that begins. One statement, without
 * the day's counters: what others do cannot use up the business's limits, and costs the hot path no lock.
 * @param state `reserved` for what goes on, to be settled at its end
 */
export function recordUsage(
  sql: Sql,
  ctx: Ctx,
  order: UsageOrder,
  state: "reserved" | "settled" = "settled",
): Promise<number> {
  return sql.run(
    `INSERT INTO usage_entries (tenant_id, id, subject, kind, direction, state, carrier, number_id, connection_id, day, units, unit_micros,
       micros, currency, source, created_at, settled_at)
     SELECT t.id, $2::uuid, $3, $4, $5, $6, $7, $8::uuid, $9::uuid, ($12::timestamptz AT TIME ZONE t.timezone)::date, $10::int,
       coalesce(p.micros, 0), $10::int * coalesce(p.micros, 0), coalesce(p.currency, 'USD'),
       CASE WHEN p.micros IS NULL THEN 'none' ELSE 'table' END, $12::timestamptz, CASE WHEN $6 = 'settled' THEN $12::timestamptz END
       FROM tenants t LEFT JOIN LATERAL (SELECT micros, currency FROM prices WHERE carrier = $7 AND kind = $4 AND direction = $5
            AND starts_with($11, prefix) ORDER BY length(prefix) DESC LIMIT 1) p ON true
      WHERE t.id = $1::uuid ON CONFLICT (tenant_id, subject) DO NOTHING`,
    [
      ...[ctx.tenantId, newId(), order.subject, order.kind, order.direction, state, order.carrier],
      ...[order.numberId, order.connectionId, order.units, order.address.replace(/^whatsapp:/, "")],
      ctx.clock.now(),
    ],
  );
}
