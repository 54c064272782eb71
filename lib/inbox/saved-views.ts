import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readerOf } from "./conversation-columns";
import { InboxViewFilter, type NewInboxView, type SavedView } from "./schema";

const mostViews = 50;

/** The views this person sees: their own and everybody's, by name. */
export function listViews(ctx: Ctx): Promise<SavedView[]> {
  return withTenantSql(ctx, async (sql) => {
    const rows = await sql.rows<SavedView & { filter: unknown }>(
      `SELECT id, name, user_id IS NULL AS "isShared", filter FROM inbox_views
        WHERE tenant_id = $1::uuid AND (user_id IS NULL OR user_id = $2::uuid) ORDER BY lower(name), id`,
      [ctx.tenantId, readerOf(ctx)],
    );
    return rows.map((row) => ({ ...row, filter: InboxViewFilter.parse(row.filter) }));
  });
}

/** Keeps filters under a name, for this person or for everybody. An API key has no views of its own: its are everybody's. */
export function createView(ctx: Ctx, input: NewInboxView): Promise<SavedView> {
  const owner = input.isShared ? null : readerOf(ctx);
  return withTenantSql(ctx, async (sql) => {
    const count = await sql.one<{ count: number }>(
      "SELECT count(*)::int AS count FROM inbox_views WHERE tenant_id = $1::uuid AND user_id IS NOT DISTINCT FROM $2::uuid",
      [ctx.tenantId, owner],
    );
    if ((count?.count ?? 0) >= mostViews)
      throw new AppError("refused", `There can be ${mostViews} views. Remove one that nobody uses.`);
    const view = { id: newId(), name: input.name, isShared: owner === null, filter: input.filter };
    await sql.run(
      `INSERT INTO inbox_views (tenant_id, id, user_id, name, filter, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::jsonb, $6::timestamptz)`,
      [ctx.tenantId, view.id, owner, view.name, JSON.stringify(view.filter), ctx.clock.now()],
    );
    await recordAudit(sql, ctx, {
      ...{ action: "inbox_view.created", subject: { kind: "inbox_view", id: view.id } },
      detail: { name: view.name, isShared: view.isShared },
    });
    return view;
  });
}

/** Takes a view away; a colleague's own one is not there. */
export function removeView(ctx: Ctx, { id }: { id: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const gone = await sql.one<{ name: string }>(
      "DELETE FROM inbox_views WHERE tenant_id = $1::uuid AND id = $2::uuid AND (user_id IS NULL OR user_id = $3::uuid) RETURNING name",
      [ctx.tenantId, id, readerOf(ctx)],
    );
    if (!gone) throw new AppError("not_found", "There is no such view.");
    await recordAudit(sql, ctx, {
      ...{ action: "inbox_view.removed", subject: { kind: "inbox_view", id } },
      detail: { name: gone.name },
    });
  });
}
