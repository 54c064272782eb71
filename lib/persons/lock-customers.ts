import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { CustomerRow } from "./rules";

/** Rows of customers as they stand, which nobody else may change until commit; always in the same order, so that two merges cannot wait for each other. */
export async function lockCustomers(
  sql: Sql,
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, CustomerRow>> {
  const rows = await sql.rows<{ row: CustomerRow }>(
    "SELECT to_jsonb(c) AS row FROM customers c WHERE c.tenant_id = $1::uuid AND c.id = ANY($2::uuid[]) ORDER BY c.id FOR UPDATE",
    [ctx.tenantId, ids],
  );
  return new Map(rows.map(({ row }) => [row.id, row]));
}
