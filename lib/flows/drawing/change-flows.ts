import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readChoices, requireFlow } from "./read-flows";
import type { FlowChange, NewFlow } from "./schema";
import { templateOf } from "./templates";

/** Begins a flow. It serves nothing before it is published. */
export function createFlow(ctx: Ctx, { name, begin }: NewFlow): Promise<{ id: string }> {
  return withTenantSql(ctx, async (sql) => {
    const id = newId();
    await sql.run(
      `INSERT INTO flows (tenant_id, id, name, draft, draft_revision, created_at, updated_at)
       VALUES ($1::uuid, $2::uuid, $3, $4::jsonb, 1, $5::timestamptz, $5::timestamptz)`,
      [ctx.tenantId, id, name, JSON.stringify(templateOf(begin)), ctx.clock.now()],
    );
    await note(sql, ctx, id, "flow.created", { begin });
    return { id };
  });
}

/** Gives a flow another name. */
export function renameFlow(ctx: Ctx, id: string, { name }: FlowChange): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    await requireFlow(sql, ctx, id);
    await sql.run(
      "UPDATE flows SET name = $3, updated_at = $4::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [...[ctx.tenantId, id, name, ctx.clock.now()]],
    );
    await note(sql, ctx, id, "flow.renamed", {});
  });
}

/** Puts a flow away. Refused while a number or another flow leads to it. */
export function removeFlow(ctx: Ctx, id: string): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const { numbers } = await requireFlow(sql, ctx, id, "FOR UPDATE OF f");
    const first = numbers[0];
    if (first)
      throw new AppError(
        "conflict",
        `Calls to ${first.e164} go through this flow. Choose another one there first.`,
      );
    const { flows } = await readChoices(sql, ctx);
    const user = flows.find((other) => other.id !== id && other.goesTo.includes(id));
    if (user) throw new AppError("conflict", `“${user.name}” goes to this flow. Change that step first.`);
    await sql.run(
      "UPDATE flows SET archived_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [...[ctx.tenantId, id, ctx.clock.now()]],
    );
    await note(sql, ctx, id, "flow.removed", {});
  });
}

/** Writes down who did that to a flow. */
export async function note(
  sql: Sql,
  ctx: Ctx,
  id: string,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordAudit(sql, ctx, { action, subject: { kind: "flow", id }, detail });
}
