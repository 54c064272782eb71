import { recordConversationEvent } from "@/lib/conversations";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** A conversation that a merge closed, as it stood before. */
export type ClosedTwin = {
  id: string;
  status: string;
  closed_at: string | null;
  snoozed_until: string | null;
};

/**
 * Two customers may each have a live conversation with a team; one person has one. The one in which something was said last goes on,
 * the other is closed, and how it stood is written down.
 */
export async function closeTwins(
  sql: Sql,
  ctx: Ctx,
  customers: readonly [string, string],
  at: Date,
): Promise<ClosedTwin[]> {
  const twins = await sql.rows<{ row: ClosedTwin }>(
    `SELECT jsonb_build_object('id', o.id, 'status', o.status, 'closed_at', o.closed_at, 'snoozed_until', o.snoozed_until) AS row
       FROM conversations o JOIN conversations n ON n.tenant_id = o.tenant_id AND n.team_id = o.team_id AND n.customer_id <> o.customer_id
      WHERE o.tenant_id = $1::uuid AND o.customer_id = ANY($2::uuid[]) AND n.customer_id = ANY($2::uuid[]) AND o.status <> 'closed'
        AND n.status <> 'closed' AND (o.last_entry_at, o.id) < (n.last_entry_at, n.id) ORDER BY o.id FOR UPDATE OF o`,
    [ctx.tenantId, customers],
  );
  for (const { row } of twins) {
    await sql.run(
      "UPDATE conversations SET status = 'closed', closed_at = $3::timestamptz, snoozed_until = NULL WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, row.id, at],
    );
    await recordConversationEvent(sql, ctx, {
      conversationId: row.id,
      kind: "closed",
      data: { by: "merge" },
    });
  }
  return twins.map(({ row }) => row);
}

/** Puts conversations back as they stood, unless somebody has gone on with them or with another one since. */
export async function reopenTwins(
  sql: Sql,
  ctx: Ctx,
  twins: readonly ClosedTwin[],
  closedAt: Date,
): Promise<void> {
  for (const twin of twins) {
    const reopened = await sql.run(
      `UPDATE conversations c SET status = $3, closed_at = $4::timestamptz, snoozed_until = $5::timestamptz
        WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.status = 'closed' AND c.closed_at = $6::timestamptz AND NOT EXISTS (
          SELECT FROM conversations o WHERE o.tenant_id = c.tenant_id AND o.customer_id = c.customer_id AND o.team_id = c.team_id AND o.status <> 'closed')`,
      [ctx.tenantId, twin.id, twin.status, twin.closed_at, twin.snoozed_until, closedAt],
    );
    if (reopened > 0)
      await recordConversationEvent(sql, ctx, {
        conversationId: twin.id,
        kind: "reopened",
        data: { by: "merge" },
      });
  }
}
