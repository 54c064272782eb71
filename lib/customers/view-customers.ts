import type { Sql } from "@/lib/db";
import { withTenantSql } from "@/lib/db";
import type { Page } from "@/lib/http";
import { addressKey } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { readTenantIn } from "@/lib/tenants";
import type { CustomerView, FindCustomers } from "./schema";

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

/** Customers by an address in any spelling (none or one), or by part of a name or number, newest first. */
export async function findCustomers(ctx: Ctx, query: FindCustomers): Promise<Page<CustomerView>> {
  if (query.address === undefined) return listCustomers(ctx, query);
  const { address } = query;
  return { data: await withTenantSql(ctx, (sql) => findByAddress(sql, ctx, address)), nextCursor: null };
}

async function findByAddress(sql: Sql, ctx: Ctx, spelling: string): Promise<CustomerView[]> {
  const { country } = await readTenantIn(sql, ctx);
  const address = addressKey(spelling, country);
  if (!address) return [];
  const rows = await sql.rows<Row>(
    `SELECT ${columns} FROM customers c WHERE c.tenant_id = $1::uuid AND c.id =
       (SELECT customer_id FROM customer_addresses WHERE tenant_id = $1::uuid AND address = ANY($2::text[]) LIMIT 1)`,
    [ctx.tenantId, [address, `whatsapp:${address}`, address.replace(/^whatsapp:/, "")]],
  );
  return rows.map(toView);
}

async function listCustomers(ctx: Ctx, query: FindCustomers): Promise<Page<CustomerView>> {
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
