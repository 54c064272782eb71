import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { rolesToldOf } from "./rules";
import type { NotificationBoard, NotificationView } from "./schema";

const mostShown = 30;
const nothingRead = "00000000-0000-0000-0000-000000000000";

/** The newest notifications for whoever asks, and how many of all they have not read. A program has read nothing. */
export function readBoard(ctx: Ctx): Promise<NotificationBoard> {
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  return withTenantSql(ctx, async (sql) => {
    const mark = await sql.one<{ id: string }>(
      "SELECT read_through AS id FROM notification_marks WHERE tenant_id = $1::uuid AND user_id = $2::uuid",
      [ctx.tenantId, userId],
    );
    const values = [ctx.tenantId, rolesToldOf(ctx.actor), mark?.id ?? nothingRead];
    const data = await sql.rows<NotificationView>(
      `SELECT id, kind, tone, title, body, href, created_at AS "createdAt", id <= $3::uuid AS "isRead" FROM notifications
        WHERE tenant_id = $1::uuid AND audience = ANY($2::text[]) ORDER BY id DESC LIMIT ${mostShown}`,
      values,
    );
    const row = await sql.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM notifications
        WHERE tenant_id = $1::uuid AND audience = ANY($2::text[]) AND id > $3::uuid`,
      values,
    );
    return { data, unread: row?.count ?? 0 };
  });
}
