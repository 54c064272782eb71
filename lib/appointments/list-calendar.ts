import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { formatMoney } from "@/lib/kernel/money";
import { momentOf } from "@/lib/kernel/time";
import { readTenantIn } from "@/lib/tenants";
import { findSlots } from "./find-slots";
import type { BookingOffers, SlotsQuery } from "./schema";

type RawService = Omit<BookingOffers["services"][number], "price"> & { priceMinor: number | null };

/** What the business offers for booking, in its order. */
export function readOffers(ctx: Ctx): Promise<BookingOffers> {
  return withTenantSql(ctx, async (sql) => {
    const { timezone, currency } = await readTenantIn(sql, ctx);
    const services = await sql.rows<RawService>(
      `SELECT id, name, description, minutes, price_minor AS "priceMinor" FROM services
        WHERE tenant_id = $1::uuid AND archived_at IS NULL AND is_bookable ORDER BY position, name, id`,
      [ctx.tenantId],
    );
    return {
      timezone,
      services: services.map(({ priceMinor, ...service }) => ({
        ...service,
        price: priceMinor === null ? null : formatMoney({ minor: priceMinor, currency }),
      })),
      staff: await readStaff(sql, ctx),
    };
  });
}

function readStaff(sql: Sql, ctx: Ctx): Promise<BookingOffers["staff"]> {
  return sql.rows(
    `SELECT p.id, p.name, (SELECT array_agg(g.service_id::text) FROM staff_services g WHERE g.tenant_id = p.tenant_id AND g.staff_id = p.id) AS "serviceIds"
       FROM staff p WHERE p.tenant_id = $1::uuid AND p.archived_at IS NULL ORDER BY p.position, p.name, p.id`,
    [ctx.tenantId],
  );
}

/** Free times from the beginning of a local day on, as screens need them. */
export async function listSlots(
  ctx: Ctx,
  query: SlotsQuery,
): Promise<{ staffId: string; staffName: string; startsAt: string; endsAt: string }[]> {
  const { timezone } = await withTenantSql(ctx, (sql) => readTenantIn(sql, ctx));
  const { day, ...wanted } = query;
  const slots = await findSlots(ctx, { ...wanted, from: momentOf(day, "00:00", timezone) });
  return slots.map(({ startsAt, endsAt, ...slot }) => ({
    ...slot,
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  }));
}
