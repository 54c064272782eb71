import { getCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isId } from "@/lib/kernel/ids";
import type { MergeView } from "./schema";

/** The merges into a customer that stand, the last one first. Throws `not_found`. */
export async function listMerges(ctx: Ctx, customerId: string): Promise<MergeView[]> {
  await getCustomer(ctx, customerId);
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Omit<MergeView, "createdAt" | "isLast"> & { createdAt: Date }>(
      `SELECT g.id, g.merged_id AS "mergedId", g.merged->>'name' AS name, g.created_at AS "createdAt",
          ARRAY(SELECT a.address FROM customer_addresses a WHERE a.tenant_id = g.tenant_id AND coalesce(g.moved->'customer_addresses', '[]') ? a.id::text
            ORDER BY a.created_at, a.id) AS addresses,
          (SELECT m.name FROM members m WHERE m.tenant_id = g.tenant_id AND m.user_id = g.actor_id) AS by
         FROM customer_merges g WHERE g.tenant_id = $1::uuid AND g.survivor_id = $2::uuid AND g.undone_at IS NULL
        ORDER BY g.created_at DESC, g.id DESC`,
      [ctx.tenantId, customerId],
    ),
  );
  return rows.map((row, index) => ({ ...row, createdAt: row.createdAt.toISOString(), isLast: index === 0 }));
}

/** Where a customer went who was merged into another, so that old links still lead to them; null for everybody else. */
export async function findSurvivor(ctx: Ctx, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<{ id: string }>(
      `WITH RECURSIVE chain AS (
         SELECT survivor_id, 1 AS steps FROM customer_merges WHERE tenant_id = $1::uuid AND merged_id = $2::uuid AND undone_at IS NULL
         UNION ALL
         SELECT g.survivor_id, c.steps + 1 FROM chain c JOIN customer_merges g ON g.tenant_id = $1::uuid AND g.merged_id = c.survivor_id
            AND g.undone_at IS NULL AND c.steps < 50)
       SELECT survivor_id AS id FROM chain ORDER BY steps DESC LIMIT 1`,
      [ctx.tenantId, id],
    ),
  );
  return row?.id ?? null;
}
