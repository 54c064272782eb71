import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Offers } from "./schema";

/** Saves what the business offers and who gives it. What is left out is archived: appointments made for it stay whole. */
export function saveOffers(ctx: Ctx, { services, staff }: Offers): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    await saveServices(sql, ctx, services);
    await saveStaff(sql, ctx, staff);
    await recordAudit(sql, ctx, {
      ...{ action: "receptionist.offers_saved", subject: { kind: "receptionist", id: null } },
      detail: { services: services.length, staff: staff.length },
    });
  });
}

async function saveServices(sql: Sql, ctx: Ctx, services: Offers["services"]): Promise<void> {
  await archiveOthers(sql, ctx, "services", services);
  await sql.run(
    `INSERT INTO services (tenant_id, id, name, description, minutes, buffer_minutes, price_minor, is_bookable, position, created_at)
     SELECT $1::uuid, x.id, x.name, x.description, x.minutes, x."bufferMinutes", x."priceMinor", x."isBookable", x.position, $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, name text, description text, minutes int, "bufferMinutes" int, "priceMinor" int,
            "isBookable" boolean, position int)
     ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, description = excluded.description, minutes = excluded.minutes,
       buffer_minutes = excluded.buffer_minutes, price_minor = excluded.price_minor, is_bookable = excluded.is_bookable,
       position = excluded.position, archived_at = NULL`,
    [ctx.tenantId, numbered(services), ctx.clock.now()],
  );
}

async function saveStaff(sql: Sql, ctx: Ctx, staff: Offers["staff"]): Promise<void> {
  await archiveOthers(sql, ctx, "staff", staff);
  await sql.run(
    `INSERT INTO staff (tenant_id, id, name, position, created_at)
     SELECT $1::uuid, x.id, x.name, x.position, $3::timestamptz FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, name text, position int)
     ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, position = excluded.position, archived_at = NULL`,
    [ctx.tenantId, numbered(staff), ctx.clock.now()],
  );
}

async function archiveOthers(
  sql: Sql,
  ctx: Ctx,
  table: "services" | "staff",
  kept: readonly { id: string }[],
): Promise<void> {
  await sql.run(
    `UPDATE ${table} SET archived_at = $3::timestamptz WHERE tenant_id = $1::uuid AND archived_at IS NULL AND id <> ALL($2::uuid[])`,
    [ctx.tenantId, kept.map((one) => one.id), ctx.clock.now()],
  );
}

function numbered(rows: readonly object[]): string {
  return JSON.stringify(rows.map((row, position) => ({ ...row, position })));
}
