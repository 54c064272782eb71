import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Hours, Span } from "./rules";

/** A service with everybody who gives it. */
export type BookableService = {
  id: string;
  name: string;
  minutes: number;
  bufferMinutes: number;
  staff: { id: string; name: string }[];
};

/** A bookable service with its staff in their order; null when there is none. */
export async function loadService(sql: Sql, ctx: Ctx, serviceId: string): Promise<BookableService | null> {
  return sql.one<BookableService>(
    `SELECT v.id, v.name, v.minutes, v.buffer_minutes AS "bufferMinutes",
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.position, p.name), '[]'::jsonb) FROM staff p
          WHERE p.tenant_id = v.tenant_id AND p.archived_at IS NULL AND (
            NOT EXISTS (SELECT FROM staff_services g WHERE g.tenant_id = p.tenant_id AND g.staff_id = p.id)
            OR EXISTS (SELECT FROM staff_services g WHERE g.tenant_id = p.tenant_id AND g.staff_id = p.id AND g.service_id = v.id))) AS staff
       FROM services v WHERE v.tenant_id = $1::uuid AND v.id = $2::uuid AND v.archived_at IS NULL AND v.is_bookable`,
    [ctx.tenantId, serviceId],
  );
}

/** Hours and special days from one local day (`YYYY-MM-DD`) to another, both included. */
export async function loadHours(sql: Sql, ctx: Ctx, days: { from: string; to: string }): Promise<Hours> {
  const weekly = await sql.rows<Hours["weekly"][number]>(
    `SELECT staff_id AS "staffId", weekday, opens_at AS "opensAt", closes_at AS "closesAt" FROM opening_hours WHERE tenant_id = $1::uuid`,
    [ctx.tenantId],
  );
  const overrides = await sql.rows<Hours["overrides"][number]>(
    `SELECT staff_id AS "staffId", day::text AS day, opens_at AS "opensAt", closes_at AS "closesAt" FROM day_overrides
      WHERE tenant_id = $1::uuid AND day BETWEEN $2::date AND $3::date`,
    [ctx.tenantId, days.from, days.to],
  );
  return { weekly, overrides };
}

/** What is booked between two moments, by person; `exceptId` leaves one appointment out (it is being moved). */
export async function loadBusy(
  sql: Sql,
  ctx: Ctx,
  span: Span,
  exceptId: string | null = null,
): Promise<Map<string, Span[]>> {
  const rows = await sql.rows<{ staff_id: string; starts_at: Date; blocked_until: Date }>(
    `SELECT staff_id, starts_at, blocked_until FROM appointments WHERE tenant_id = $1::uuid AND status = 'booked'
        AND starts_at < $3::timestamptz AND blocked_until > $2::timestamptz AND starts_at > $2::timestamptz - interval '1 day'
        AND id IS DISTINCT FROM $4::uuid`,
    [ctx.tenantId, span.from, span.to, exceptId],
  );
  const busy = new Map<string, Span[]>();
  for (const row of rows) {
    const list = busy.get(row.staff_id) ?? [];
    list.push({ from: row.starts_at, to: row.blocked_until });
    busy.set(row.staff_id, list);
  }
  return busy;
}
