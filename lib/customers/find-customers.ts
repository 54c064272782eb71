import { type Sql, withTenantSql } from "@/lib/db";
import { type Page, readCursor, toPage } from "@/lib/http";
import { addressKey } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { readTenantIn } from "@/lib/tenants";
import { conditionsOf } from "./filter-customers";
import type { CustomerView, FindCustomers } from "./schema";
import { customerColumns, type RawCustomer, toCustomerView } from "./view-customers";

/**
 * Customers by an address in any spelling (none or one), or by words, tag, country, channel and consent. A page costs
 * the same at any depth.
 */
export async function findCustomers(ctx: Ctx, query: FindCustomers): Promise<Page<CustomerView>> {
  if (query.address === undefined) return listCustomers(ctx, query);
  const { address } = query;
  return { data: await withTenantSql(ctx, (sql) => findByAddress(sql, ctx, address)), nextCursor: null };
}

async function findByAddress(sql: Sql, ctx: Ctx, spelling: string): Promise<CustomerView[]> {
  const { country } = await readTenantIn(sql, ctx);
  const address = addressKey(spelling, country);
  if (!address) return [];
  const rows = await sql.rows<RawCustomer>(
    `SELECT ${customerColumns} FROM customers c WHERE c.tenant_id = $1::uuid AND c.id =
         (SELECT customer_id FROM customer_addresses WHERE tenant_id = $1::uuid AND address = ANY($2::text[]) LIMIT 1)`,
    [ctx.tenantId, [address, `whatsapp:${address}`, address.replace(/^whatsapp:/, "")]],
  );
  return rows.map(toCustomerView);
}

type Sorted = RawCustomer & { sortName: string };

async function listCustomers(ctx: Ctx, query: FindCustomers): Promise<Page<CustomerView>> {
  const { conditions, values } = conditionsOf(ctx, query);
  const place = readCursor(query.cursor, 2);
  if (place) {
    values.push(...place);
    const [name, id] = [`$${values.length - 1}::text`, `$${values.length}::uuid`];
    conditions.push(
      query.sort === "name" ? `(c.sort_name, c.id) > (${name}, ${id})` : `(${name} = '' AND c.id < ${id})`,
    );
  }
  // First the page's ids, then what is shown of them: the details are not looked up for rows that a sort throws away.
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Sorted>(
      `SELECT ${customerColumns}, c.sort_name AS "sortName" FROM
         (SELECT c.id FROM customers c WHERE ${conditions.join(" AND ")} ORDER BY ${order[query.sort]} LIMIT ${query.limit + 1}) page
         JOIN customers c ON c.tenant_id = $1::uuid AND c.id = page.id ORDER BY ${order[query.sort]}`,
      values,
    ),
  );
  const page = toPage(rows, query.limit, (row) => [query.sort === "name" ? row.sortName : "", row.id]);
  return { ...page, data: page.data.map(({ sortName: _, ...row }) => toCustomerView(row)) };
}

const order = { newest: "c.id DESC", name: "c.sort_name, c.id" } as const;
