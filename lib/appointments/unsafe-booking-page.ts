import { unsafePlatformSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { unsafeTenantId } from "@/lib/kernel/ids";

/** A business as its booking page shows it to strangers. */
export type BookingBusiness = { ctx: Ctx; name: string; slug: string; timezone: string; country: string };

type Caller = Pick<Visitor, "clock" | "requestId">;

/**
 * Finds the business of a booking page for somebody who is nobody here: the platform role reads the one row that the address
 * names. A suspended business, one that offers nothing and one that does not exist look the same.
 */
export async function unsafeOpenBookingPage(caller: Caller, slug: string): Promise<BookingBusiness> {
  const row = await unsafePlatformSql("a stranger opens a booking page by its address", (sql) =>
    sql.one<{ id: string; name: string; timezone: string; country: string }>(
      `SELECT t.id, t.name, t.timezone, t.country FROM tenants t WHERE t.slug = $1 AND t.status = 'active'
          AND EXISTS (SELECT FROM services v WHERE v.tenant_id = t.id AND v.archived_at IS NULL AND v.is_bookable)
          AND EXISTS (SELECT FROM staff p WHERE p.tenant_id = t.id AND p.archived_at IS NULL)`,
      [slug],
    ),
  );
  if (!row) throw new AppError("not_found", "There is no booking page here.");
  const { id, ...business } = row;
  const ctx: Ctx = {
    ...{ clock: caller.clock, requestId: caller.requestId },
    tenantId: unsafeTenantId(id),
    actor: { kind: "system", why: "booking page" },
  };
  return { ctx, slug, ...business };
}
