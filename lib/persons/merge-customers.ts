import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/ids";
import { lockCustomers } from "./lock-customers";
import { readOwnedTables } from "./owned-tables";
import { type CustomerRow, mergedColumns, mergeRows } from "./rules";
import type { NewMerge } from "./schema";
import { closeTwins } from "./settle-twins";

/**
 * Makes one customer of two: addresses, conversations, calls, appointments and notes of the other come to this one, which also learns
 * what only the other knew. Everything that moved is written down, so that {@link unmergeCustomers} gives it back exactly. Throws `not_found`, `invalid_input` for a customer and itself.
 */
export function mergeCustomers(ctx: Ctx, input: { id: string } & NewMerge): Promise<{ id: string }> {
  const { id: survivorId, customerId: otherId } = input;
  if (survivorId === otherId) throw new AppError("invalid_input", "Choose somebody else to merge with.");
  return withTenantSql(ctx, async (sql) => {
    const rows = await lockCustomers(sql, ctx, [survivorId, otherId].filter(isId));
    const [survivor, other] = [rows.get(survivorId), rows.get(otherId)];
    if (!survivor || !other) throw new AppError("not_found", "There is no such customer.");
    const at = ctx.clock.now();
    const closed = await closeTwins(sql, ctx, [survivorId, otherId], at);
    const moved = await moveRows(sql, ctx, otherId, survivorId);
    await sql.run("DELETE FROM customers WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ...[ctx.tenantId, otherId],
    ]);
    const after = await writeMerged(sql, ctx, survivor, other);
    const id = newId();
    await sql.run(
      `INSERT INTO customer_merges (tenant_id, id, survivor_id, merged_id, merged, before, after, moved, closed, actor_kind, actor_id, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::jsonb, $6::jsonb, $7::jsonb, $8::jsonb, $9::jsonb, $10, $11::uuid, $12::timestamptz)`,
      [
        ...[ctx.tenantId, id, survivorId, otherId],
        ...[other, survivor, after, moved, closed].map((part) => JSON.stringify(part)),
        ...[ctx.actor.kind, ctx.actor.kind === "user" ? ctx.actor.userId : null, at],
      ],
    );
    await recordAudit(sql, ctx, {
      ...{ action: "customer.merged", subject: { kind: "customer", id: survivorId } },
      detail: { mergedId: otherId, mergeId: id },
    });
    await tell(sql, ctx, survivorId, otherId);
    return { id };
  });
}

async function moveRows(sql: Sql, ctx: Ctx, from: string, to: string): Promise<Record<string, string[]>> {
  const moved: Record<string, string[]> = {};
  for (const { name, key } of await readOwnedTables(sql)) {
    const rows = await sql.rows<{ key: string }>(
      `UPDATE ${name} SET customer_id = $3::uuid WHERE tenant_id = $1::uuid AND customer_id = $2::uuid RETURNING ${key} AS key`,
      [ctx.tenantId, from, to],
    );
    if (rows.length > 0) moved[name] = rows.map((row) => row.key);
  }
  await sql.run(
    "UPDATE messages SET customer_id = $3::uuid WHERE tenant_id = $1::uuid AND customer_id = $2::uuid",
    [ctx.tenantId, from, to],
  );
  return moved;
}

async function writeMerged(
  sql: Sql,
  ctx: Ctx,
  survivor: CustomerRow,
  other: CustomerRow,
): Promise<CustomerRow> {
  const columns = mergedColumns.join(", ");
  await sql.run(
    `UPDATE customers SET (${columns}, updated_at) = (SELECT ${columns}, $4::timestamptz FROM jsonb_populate_record(NULL::customers, $3::jsonb))
      WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, survivor.id, JSON.stringify(mergeRows(survivor, other)), ctx.clock.now()],
  );
  const after = (await lockCustomers(sql, ctx, [survivor.id])).get(survivor.id);
  return after ?? survivor;
}

async function tell(sql: Sql, ctx: Ctx, survivorId: string, otherId: string): Promise<void> {
  await emit(sql, ctx, {
    kind: "customer.changed",
    subject: { customerId: survivorId },
    data: { merged: otherId },
  });
}
