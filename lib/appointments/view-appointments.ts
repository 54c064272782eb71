import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { AppointmentView, CalendarQuery } from "./schema";

type Row = Omit<AppointmentView, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date };

const columns = `a.id, a.customer_id AS "customerId", k.name AS "customerName", a.service_id AS "serviceId", v.name AS "serviceName",
  a.staff_id AS "staffId", p.name AS "staffName", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.status, a.source, a.notes`;
const joins = `appointments a JOIN customers k ON k.tenant_id = a.tenant_id AND k.id = a.customer_id
  JOIN services v ON v.tenant_id = a.tenant_id AND v.id = a.service_id JOIN staff p ON p.tenant_id = a.tenant_id AND p.id = a.staff_id`;

/** One appointment inside a running transaction, or null. */
export async function readAppointment(sql: Sql, ctx: Ctx, id: string): Promise<AppointmentView | null> {
  const row = await sql.one<Row>(
    `SELECT ${columns} FROM ${joins} WHERE a.tenant_id = $1::uuid AND a.id = $2::uuid`,
    [ctx.tenantId, id],
  );
  return row && toView(row);
}

/** A customer's booked appointments that are not over, the next one first. */
export async function listAppointmentsOf(ctx: Ctx, customerId: string): Promise<AppointmentView[]> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Row>(
      `SELECT ${columns} FROM ${joins} WHERE a.tenant_id = $1::uuid AND a.customer_id = $2::uuid AND a.status = 'booked'
          AND a.ends_at > $3::timestamptz ORDER BY a.starts_at LIMIT 20`,
      [ctx.tenantId, customerId, ctx.clock.now()],
    ),
  );
  return rows.map(toView);
}

/** Everything booked, done or missed that touches a stretch of time, in order; cancelled ones are left out. */
export async function listAppointments(ctx: Ctx, query: CalendarQuery): Promise<AppointmentView[]> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Row>(
      `SELECT ${columns} FROM ${joins} WHERE a.tenant_id = $1::uuid AND a.status <> 'cancelled' AND a.starts_at < $3::timestamptz
          AND a.starts_at > $2::timestamptz - interval '1 day' AND a.ends_at > $2::timestamptz AND ($4::uuid IS NULL OR a.customer_id = $4::uuid)
        ORDER BY a.starts_at, a.id LIMIT 2000`,
      [ctx.tenantId, query.from, query.to, query.customerId ?? null],
    ),
  );
  return rows.map(toView);
}

/** One appointment. Throws `not_found`, for another tenant's too. */
export async function getAppointment(ctx: Ctx, id: string): Promise<AppointmentView> {
  const found = isId(id) ? await withTenantSql(ctx, (sql) => readAppointment(sql, ctx, id)) : null;
  if (!found) throw new AppError("not_found", "There is no such appointment.");
  return found;
}

function toView(row: Row): AppointmentView {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
