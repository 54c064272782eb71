import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { requireQueue } from "./read-queues";
import { type NewQueue, type QueueChange, QueueSettings } from "./schema";

/** Makes a queue. */
export function createQueue(ctx: Ctx, { name, settings }: NewQueue): Promise<{ id: string }> {
  return withTenantSql(ctx, async (sql) => {
    await requireTargets(sql, ctx, settings.targetIds);
    const id = newId();
    const made = await sql.run(
      `INSERT INTO queues (tenant_id, id, name, settings, created_at, updated_at)
       VALUES ($1::uuid, $2::uuid, $3, $4::jsonb, $5::timestamptz, $5::timestamptz) ON CONFLICT DO NOTHING`,
      [ctx.tenantId, id, name, JSON.stringify(QueueSettings.parse(settings)), ctx.clock.now()],
    );
    if (made === 0) throw nameTaken(name);
    await note(sql, ctx, "queue.created", id);
    return { id };
  });
}

/** Changes a queue for callers who wait and who come. Throws `not_found`. */
export function changeQueue(ctx: Ctx, id: string, { name, settings }: QueueChange): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const before = await requireQueue(sql, ctx, id);
    await requireTargets(sql, ctx, settings.targetIds);
    const twin = await sql.one(
      "SELECT 1 AS found FROM queues WHERE tenant_id = $1::uuid AND id <> $2::uuid AND lower(name) = lower($3) AND archived_at IS NULL",
      [ctx.tenantId, id, name],
    );
    if (twin) throw nameTaken(name);
    await sql.run(
      "UPDATE queues SET name = $3, settings = $4::jsonb, updated_at = $5::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [
        ...[ctx.tenantId, id, name],
        JSON.stringify({ ...settings, music: before.settings.music }),
        ctx.clock.now(),
      ],
    );
    await note(sql, ctx, "queue.changed", id);
  });
}

/** Takes a queue away that no published flow leads to and nobody waits in. Throws `conflict` otherwise. */
export function removeQueue(ctx: Ctx, id: string): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const { name } = await requireQueue(sql, ctx, id);
    const flow = await sql.one<{ name: string }>(
      `SELECT f.name FROM flows f JOIN flow_versions v ON v.tenant_id = f.tenant_id AND v.flow_id = f.id AND v.version = f.published_version
        WHERE f.tenant_id = $1::uuid AND v.graph::text LIKE '%' || $2 || '%' LIMIT 1`,
      [ctx.tenantId, id],
    );
    if (flow)
      throw new AppError("conflict", `The flow “${flow.name}” leads to “${name}”. Change the flow first.`);
    const waiting = await sql.one(
      "SELECT 1 AS found FROM queue_waits WHERE tenant_id = $1::uuid AND queue_id = $2::uuid AND left_at IS NULL LIMIT 1",
      [ctx.tenantId, id],
    );
    if (waiting) throw new AppError("conflict", `Somebody is waiting in “${name}” at this moment.`);
    await sql.run(
      "UPDATE queues SET archived_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, id, ctx.clock.now()],
    );
    await note(sql, ctx, "queue.removed", id);
  });
}

/** Writes down that a queue was changed, for the audit and for open screens. */
export async function note(sql: Sql, ctx: Ctx, action: string, id: string): Promise<void> {
  await recordAudit(sql, ctx, { action, subject: { kind: "queue", id }, detail: {} });
  await emit(sql, ctx, { kind: "queue.changed", subject: {}, data: { queueId: id } });
}

async function requireTargets(sql: Sql, ctx: Ctx, ids: readonly string[]): Promise<void> {
  const row = await sql.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM transfer_targets WHERE tenant_id = $1::uuid AND id = ANY($2::uuid[])",
    [ctx.tenantId, [...new Set(ids)]],
  );
  if (row?.count !== new Set(ids).size)
    throw new AppError("not_found", "Somebody of these is not in the transfer list any more.");
}

function nameTaken(name: string): AppError {
  return new AppError("conflict", `There is a queue called “${name}” already. Give this one another name.`);
}
