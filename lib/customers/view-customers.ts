import type { Sql } from "@/lib/db";
import { withTenantSql } from "@/lib/db";
import { addressKey } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { CustomerView } from "./schema";

type Row = Omit<CustomerView, "optedOut" | "createdAt"> & { createdAt: Date };

const columns = `c.id, c.name, c.name_source AS "nameSource", c.email, c.city, c.region, c.country, c.timezone, c.language,
  c.tags, c.created_at AS "createdAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'address', a.address, 'optedOut', s.address IS NOT NULL)
          ORDER BY a.created_at, a.address), '[]'::jsonb)
     FROM customer_addresses a
     LEFT JOIN suppressions s ON s.tenant_id = a.tenant_id AND s.address = regexp_replace(a.address, '^whatsapp:(?=[+])', '')
    WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.id) AS addresses`;

/** One customer. Throws `not_found` for another tenant's too. */
export async function getCustomer(ctx: Ctx, id: string): Promise<CustomerView> {
  const row = isId(id) ? await withTenantSql(ctx, (sql) => readCustomer(sql, ctx, id)) : null;
  if (!row) throw new AppError("not_found", "There is no such customer.");
  return row;
}

/** One customer inside a running transaction, or null. */
export async function readCustomer(sql: Sql, ctx: Ctx, id: string): Promise<CustomerView | null> {
  const row = await sql.one<Row>(
    `SELECT ${columns} FROM customers c WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
    [ctx.tenantId, id],
  );
  return row && toView(row);
}

/** The customers known by an address in any spelling: none or one. */
export async function findCustomersByAddress(
  ctx: Ctx,
  raw: string,
  defaultCountry: string,
): Promise<CustomerView[]> {
  const address = addressKey(raw, defaultCountry);
  if (!address) return [];
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Row>(
      `SELECT ${columns} FROM customers c WHERE c.tenant_id = $1::uuid AND c.id =
         (SELECT customer_id FROM customer_addresses WHERE tenant_id = $1::uuid AND address = $2)`,
      [ctx.tenantId, address],
    ),
  );
  return rows.map(toView);
}

/** Newest customers first, optionally by part of a name or number; `after` is the last id of the page before. */
export async function listCustomers(
  ctx: Ctx,
  query: { search?: string; cursor?: string; limit: number },
): Promise<{ data: CustomerView[]; nextCursor: string | null }> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Row>(
      `SELECT ${columns} FROM customers c
        WHERE c.tenant_id = $1::uuid AND ($2::uuid IS NULL OR c.id < $2::uuid)
          AND ($3::text IS NULL OR c.name ILIKE $3 OR EXISTS (SELECT FROM customer_addresses a
               WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.id AND a.address ILIKE $3))
        ORDER BY c.id DESC LIMIT $4::int`,
      [
        ctx.tenantId,
        query.cursor && isId(query.cursor) ? query.cursor : null,
        likePattern(query.search),
        query.limit + 1,
      ],
    ),
  );
  const data = rows.slice(0, query.limit).map(toView);
  return { data, nextCursor: rows.length > query.limit ? (data.at(-1)?.id ?? null) : null };
}

function likePattern(search: string | undefined): string | null {
  const text = search?.trim();
  return text ? `%${text.replace(/[\\%_]/g, "\\$&")}%` : null;
}

function toView(row: Row): CustomerView {
  return {
    ...row,
    optedOut: row.addresses.some((address) => address.optedOut),
    createdAt: row.createdAt.toISOString(),
  };
}
