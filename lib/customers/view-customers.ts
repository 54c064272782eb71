import type { Sql } from "@/lib/db";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { CustomerView } from "./schema";

/** A row as the database gives it. */
export type RawCustomer = Omit<CustomerView, "optedOut" | "createdAt" | "lastContactAt"> & {
  createdAt: Date;
  lastContactAt: Date | null;
};

/** Columns of a customer; `c` customers. */
export const customerColumns = `c.id, c.name, c.name_source AS "nameSource", c.email, c.city, c.region, c.country, c.timezone, c.language,
  c.tags, c.fields, c.created_at AS "createdAt",
  (SELECT max(v.last_entry_at) FROM conversations v WHERE v.tenant_id = c.tenant_id AND v.customer_id = c.id) AS "lastContactAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'address', a.address, 'optedOut', s.address IS NOT NULL)
          ORDER BY a.created_at, a.address), '[]'::jsonb)
     FROM customer_addresses a
     LEFT JOIN suppressions s ON s.tenant_id = a.tenant_id AND s.address = regexp_replace(a.address, '^whatsapp:(?=[+])', '')
    WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.id) AS addresses`;

/** One customer. Throws `not_found` for another tenant's too. */
export async function getCustomer(ctx: Ctx, id: string): Promise<CustomerView> {
  return withTenantSql(ctx, (sql) => requireCustomer(sql, ctx, id));
}

/** One customer inside a running transaction. Throws `not_found`. */
export async function requireCustomer(sql: Sql, ctx: Ctx, id: string): Promise<CustomerView> {
  const row = isId(id) ? await readCustomer(sql, ctx, id) : null;
  if (!row) throw new AppError("not_found", "There is no such customer.");
  return row;
}

/** One customer inside a running transaction, or null. */
export async function readCustomer(sql: Sql, ctx: Ctx, id: string): Promise<CustomerView | null> {
  const row = await sql.one<RawCustomer>(
    `SELECT ${customerColumns} FROM customers c WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
    [ctx.tenantId, id],
  );
  return row && toCustomerView(row);
}

/** The row as screens and API see it. */
export function toCustomerView(row: RawCustomer): CustomerView {
  return {
    ...row,
    optedOut: row.addresses.some((address) => address.optedOut),
    createdAt: row.createdAt.toISOString(),
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
  };
}
