import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { lockCustomers } from "./lock-customers";
import { readOwnedTables } from "./owned-tables";
import { type CustomerRow, columnsToRestore } from "./rules";
import { type ClosedTwin, reopenTwins } from "./settle-twins";

type Merge = {
  id: string;
  survivorId: string;
  mergedId: string;
  merged: CustomerRow;
  before: CustomerRow;
  after: CustomerRow;
  moved: Record<string, string[]>;
  closed: ClosedTwin[];
  createdAt: Date;
};

/**
 * Takes a merge back: the other customer stands again as it was, with its own rows and with what was said in its conversations since.
 * The survivor's facts go back too, except those that somebody has changed since. Merges are taken back in reverse order; throws
 * `conflict` while a later one stands.
 */
export function unmergeCustomers(
  ctx: Ctx,
  input: { id: string; mergeId: string },
): Promise<{ customerId: string }> {
  return withTenantSql(ctx, async (sql) => {
    const survivor = isId(input.id) ? (await lockCustomers(sql, ctx, [input.id])).get(input.id) : undefined;
    const merge = survivor && (await requireLast(sql, ctx, input));
    if (!survivor || !merge) throw new AppError("not_found", "There is no such merge.");
    await sql.run("INSERT INTO customers SELECT * FROM jsonb_populate_record(NULL::customers, $1::jsonb)", [
      JSON.stringify(merge.merged),
    ]);
    await moveBack(sql, ctx, merge);
    await reopenTwins(sql, ctx, merge.closed, merge.createdAt);
    await restore(sql, ctx, survivor, merge);
    await sql.run(
      "UPDATE customer_merges SET undone_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, merge.id, ctx.clock.now()],
    );
    await recordAudit(sql, ctx, {
      ...{ action: "customer.unmerged", subject: { kind: "customer", id: merge.survivorId } },
      detail: { mergedId: merge.mergedId, mergeId: merge.id },
    });
    for (const customerId of [merge.survivorId, merge.mergedId])
      await emit(sql, ctx, { kind: "customer.changed", subject: { customerId } });
    return { customerId: merge.mergedId };
  });
}

async function requireLast(
  sql: Sql,
  ctx: Ctx,
  { id, mergeId }: { id: string; mergeId: string },
): Promise<Merge | null> {
  const standing = await sql.rows<Merge>(
    `SELECT id, survivor_id AS "survivorId", merged_id AS "mergedId", merged, before, after, moved, closed, created_at AS "createdAt" FROM customer_merges
      WHERE tenant_id = $1::uuid AND survivor_id = $2::uuid AND undone_at IS NULL ORDER BY created_at DESC, id DESC`,
    [ctx.tenantId, id],
  );
  const merge = standing.find((one) => one.id === mergeId) ?? null;
  if (merge && merge !== standing[0])
    throw new AppError("conflict", "Another customer was merged later. Take that one back first.");
  return merge;
}

async function moveBack(sql: Sql, ctx: Ctx, { survivorId, mergedId, moved }: Merge): Promise<void> {
  for (const { name, key } of await readOwnedTables(sql)) {
    await sql.run(
      `UPDATE ${name} SET customer_id = $3::uuid WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND ${key} = ANY($4::text[])`,
      [ctx.tenantId, survivorId, mergedId, moved[name] ?? []],
    );
  }
  for (const table of ["messages", "calls", "appointments"]) {
    await sql.run(
      `UPDATE ${table} SET customer_id = $3::uuid WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND conversation_id = ANY($4::uuid[])`,
      [ctx.tenantId, survivorId, mergedId, moved.conversations ?? []],
    );
  }
}

async function restore(sql: Sql, ctx: Ctx, now: CustomerRow, { before, after }: Merge): Promise<void> {
  const columns = columnsToRestore(now, after);
  if (columns.length === 0) return;
  const list = columns.join(", ");
  await sql.run(
    `UPDATE customers SET (${list}) = (SELECT ${list} FROM jsonb_populate_record(NULL::customers, $3::jsonb)) WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, now.id, JSON.stringify(before)],
  );
}
