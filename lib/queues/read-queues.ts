import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { QueueSettings, type QueueView } from "./schema";

type RawQueue = Omit<QueueView, "settings" | "updatedAt"> & { settings: unknown; updatedAt: Date };

// People who were taken off the transfer list are not rung any more.
const queueSource = `SELECT q.id, q.name, q.settings, q.updated_at AS "updatedAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'label', t.label, 'memberId', t.member_id, 'e164', t.e164) ORDER BY p.place)
      FROM jsonb_array_elements_text(q.settings -> 'targetIds') WITH ORDINALITY AS p (id, place)
      JOIN transfer_targets t ON t.tenant_id = q.tenant_id AND t.id = p.id::uuid), '[]'::jsonb) AS people
  FROM queues q WHERE q.tenant_id = $1::uuid AND q.archived_at IS NULL`;

/** The business's queues, by name. */
export function listQueues(ctx: Ctx): Promise<QueueView[]> {
  return withTenantSql(ctx, async (sql) => {
    const rows = await sql.rows<RawQueue>(`${queueSource} ORDER BY lower(q.name), q.id`, [ctx.tenantId]);
    return rows.map(toView);
  });
}

/** One queue. Throws `not_found`, for another tenant's too. */
export function getQueue(ctx: Ctx, id: string): Promise<QueueView> {
  return withTenantSql(ctx, (sql) => requireQueue(sql, ctx, id));
}

/** {@link getQueue} inside a running transaction. */
export async function requireQueue(sql: Sql, ctx: Ctx, id: string): Promise<QueueView> {
  const row = isId(id)
    ? await sql.one<RawQueue>(`${queueSource} AND q.id = $2::uuid`, [ctx.tenantId, id])
    : null;
  if (!row) throw new AppError("not_found", "There is no such queue.");
  return toView(row);
}

function toView({ settings, updatedAt, ...row }: RawQueue): QueueView {
  return { ...row, settings: readSettings(settings), updatedAt: updatedAt.toISOString() };
}

/** Settings as they were kept; what later versions added has its default. */
export function readSettings(kept: unknown): QueueSettings {
  return QueueSettings.safeParse(kept).data ?? QueueSettings.parse({});
}
