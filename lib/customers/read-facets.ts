import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { conditionsOf } from "./filter-customers";
import { type CustomerFacets, type CustomerFilter, mostCounted } from "./schema";

const mostChoices = 60;

/** How many customers fit, and which tags and countries there are to choose from. */
export function readFacets(ctx: Ctx, filter: CustomerFilter): Promise<CustomerFacets> {
  return withTenantSql(ctx, async (sql) => {
    const { conditions, values } = conditionsOf(ctx, filter);
    const row = await sql.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT FROM customers c WHERE ${conditions.join(" AND ")} LIMIT ${mostCounted}) fitting`,
      values,
    );
    return {
      count: row?.count ?? 0,
      tags: await wordsFrom(sql, ctx, "t:"),
      countries: await wordsFrom(sql, ctx, "c:"),
    };
  });
}

/** The different words with a prefix: one look into the index for each instead of one for each customer. */
async function wordsFrom(sql: Sql, ctx: Ctx, prefix: string): Promise<string[]> {
  const rows = await sql.rows<{ word: string }>(
    `WITH RECURSIVE step AS (
       (SELECT word FROM customer_words WHERE tenant_id = $1::uuid AND word >= $2 AND word < $3 ORDER BY word LIMIT 1)
       UNION ALL
       SELECT (SELECT w.word FROM customer_words w WHERE w.tenant_id = $1::uuid AND w.word > step.word AND w.word < $3 ORDER BY w.word LIMIT 1)
         FROM step WHERE step.word IS NOT NULL)
     SELECT word FROM step WHERE word IS NOT NULL LIMIT ${mostChoices}`,
    [ctx.tenantId, prefix, prefix.replace(":", ";")],
  );
  return rows.map(({ word }) => word.slice(prefix.length));
}
