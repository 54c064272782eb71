import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { ConsentView } from "./schema";

const mostShown = 200;

/** Every change of consent on a customer's addresses, newest first: what was said, how, when, by whom. */
export function listConsent(ctx: Ctx, customerId: string): Promise<ConsentView[]> {
  return withTenantSql(ctx, async (sql) => {
    const rows = await sql.rows<Omit<ConsentView, "at"> & { at: Date }>(
      `SELECT e.id, e.address, e.change, e.source, e.text, e.actor, e.at FROM consent_events e
        WHERE e.tenant_id = $1::uuid AND e.address IN
          (SELECT regexp_replace(a.address, '^whatsapp:(?=[+])', '') FROM customer_addresses a WHERE a.tenant_id = $1::uuid AND a.customer_id = $2::uuid)
        ORDER BY e.at DESC, e.id DESC LIMIT ${mostShown}`,
      [ctx.tenantId, customerId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  });
}
