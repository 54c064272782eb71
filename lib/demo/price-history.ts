import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** Writes what the demo's messages and calls of the last weeks would have cost, so that the usage page has something to show. */
export async function priceHistory(ctx: Ctx): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    await sql.run(entriesOf(texts), [ctx.tenantId]);
    await sql.run(entriesOf(calls), [ctx.tenantId]);
    await sql.run(
      "UPDATE usage_entries SET day = date_trunc('month', day)::date WHERE tenant_id = $1::uuid AND kind = 'number_month'",
      [ctx.tenantId],
    );
    await sql.run(countDays, [ctx.tenantId]);
  });
}

// What went out stands in the day's counters too, which the limits are compared with.
const countDays = `INSERT INTO daily_usage (tenant_id, day, kind, used)
  SELECT tenant_id, day, counter, sum(amount) FROM usage_entries
   CROSS JOIN LATERAL (VALUES ('spend:' || currency, micros),
     (CASE kind WHEN 'sms' THEN 'sms_segments' WHEN 'whatsapp' THEN 'whatsapp_messages' ELSE 'call_minutes' END, units)) AS c (counter, amount)
   WHERE tenant_id = $1::uuid AND direction = 'outbound' AND kind <> 'number_month' GROUP BY 1, 2, 3
  ON CONFLICT (tenant_id, day, kind) DO NOTHING`;

const texts = `SELECT 'message:' || id AS subject, channel AS kind, direction, carrier, number_id, greatest(segments, 1) AS units, created_at AS at, to_address AS address
  FROM messages WHERE tenant_id = $1::uuid AND channel IN ('sms', 'whatsapp') AND status NOT IN ('failed', 'canceled', 'queued', 'scheduled')`;
const calls = `SELECT 'call:' || id AS subject, 'call_minute' AS kind, direction, carrier, number_id,
    ceil(duration_seconds / 60.0)::int AS units, started_at AS at, to_address AS address
  FROM calls WHERE tenant_id = $1::uuid AND duration_seconds > 0`;

function entriesOf(source: string): string {
  return `INSERT INTO usage_entries (tenant_id, id, subject, kind, direction, state, carrier, number_id, day, units, unit_micros, micros, currency,
      source, created_at, settled_at)
    SELECT t.id, gen_random_uuid(), s.subject, s.kind, s.direction, 'settled', coalesce(s.carrier, 'none'), s.number_id,
      (s.at AT TIME ZONE t.timezone)::date, s.units, p.micros, s.units * p.micros, p.currency, 'table', s.at, s.at
     FROM tenants t CROSS JOIN (${source}) s
     CROSS JOIN LATERAL (SELECT micros, currency FROM prices WHERE carrier = s.carrier AND kind = s.kind AND direction = s.direction
        AND starts_with(s.address, prefix) ORDER BY length(prefix) DESC LIMIT 1) p
    WHERE t.id = $1::uuid ON CONFLICT (tenant_id, subject) DO NOTHING`;
}
