import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** Amounts by the name of their counter. */
export type Amounts = Readonly<Record<string, number>>;

/**
 * Reads a day's counters and keeps everybody else of this tenant from changing them until commit. Always in the order of
 * their names, so that two who count the same ones never wait for each other in a circle.
 */
export async function lockDay(
  sql: Sql,
  ctx: Ctx,
  day: string,
  counters: readonly string[],
): Promise<Record<string, number>> {
  const rows = await sql.rows<{ kind: string; used: number }>(
    `INSERT INTO daily_usage AS u (tenant_id, day, kind, used)
     SELECT $1::uuid, $2::date, kind, 0 FROM unnest($3::text[]) AS kind
     ON CONFLICT (tenant_id, day, kind) DO UPDATE SET used = u.used RETURNING kind, used::float8 AS used`,
    [ctx.tenantId, day, [...counters].sort()],
  );
  return Object.fromEntries(rows.map(({ kind, used }) => [kind, used]));
}

/** Adds to a day's counters, or takes away from them; none goes below nothing. */
export async function addToDay(sql: Sql, ctx: Ctx, day: string, amounts: Amounts): Promise<void> {
  const changed = Object.entries(amounts).filter(([, amount]) => amount !== 0);
  if (changed.length === 0) return;
  const sorted = changed.sort(([one], [other]) => (one < other ? -1 : 1));
  await sql.run(
    `INSERT INTO daily_usage AS u (tenant_id, day, kind, used)
     SELECT $1::uuid, $2::date, d.kind, greatest(d.amount, 0)
       FROM unnest($3::text[], $4::bigint[]) WITH ORDINALITY AS d (kind, amount, position) ORDER BY d.position
     ON CONFLICT (tenant_id, day, kind) DO UPDATE
       SET used = greatest(0, u.used + (SELECT amount FROM unnest($3::text[], $4::bigint[]) AS d (kind, amount) WHERE d.kind = u.kind))`,
    [ctx.tenantId, day, sorted.map(([kind]) => kind), sorted.map(([, amount]) => Math.round(amount))],
  );
}
