import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";

/** Marks as read what the person has been told up to now, on all their screens. For a program it does nothing. */
export async function markRead(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "user") return;
  await withTenantSql(ctx, async (sql) => {
    const moved = await sql.run(
      `INSERT INTO notification_marks AS m (tenant_id, user_id, read_through)
       SELECT $1::uuid, $2::uuid, id FROM notifications WHERE tenant_id = $1::uuid ORDER BY id DESC LIMIT 1
       ON CONFLICT (tenant_id, user_id) DO UPDATE SET read_through = excluded.read_through
        WHERE m.read_through < excluded.read_through`,
      [ctx.tenantId, actor.userId],
    );
    if (moved === 1)
      await emit(sql, ctx, { kind: "notification.read", subject: {}, data: { userId: actor.userId } });
  });
}
