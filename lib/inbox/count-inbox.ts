import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { readerOf } from "./conversation-columns";
import { type InboxCounts, mostCounted } from "./schema";

/** The numbers on the tabs and on the rail; each stops at {@link mostCounted}. */
export async function countInbox(ctx: Ctx): Promise<InboxCounts> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<InboxCounts>(
      `SELECT
        (SELECT count(*)::int FROM (SELECT FROM conversations WHERE tenant_id = $1::uuid AND status IN ('open', 'pending') LIMIT $3::int) o) AS open,
        (SELECT count(*)::int FROM (SELECT FROM conversations WHERE tenant_id = $1::uuid AND status IN ('open', 'pending')
            AND assignee_id = (SELECT id FROM members WHERE tenant_id = $1::uuid AND user_id = $2::uuid) LIMIT $3::int) m) AS mine,
        (SELECT count(*)::int FROM (SELECT FROM conversations WHERE tenant_id = $1::uuid AND status = 'snoozed' LIMIT $3::int) s) AS snoozed,
        (SELECT count(*)::int FROM (SELECT FROM (SELECT id, inbound_count FROM conversations WHERE tenant_id = $1::uuid AND status IN ('open', 'pending')
              ORDER BY last_entry_at DESC, id DESC LIMIT $3::int) c
            LEFT JOIN conversation_reads r ON r.tenant_id = $1::uuid AND r.conversation_id = c.id AND r.user_id = $2::uuid
            WHERE c.inbound_count > coalesce(r.inbound_count, 0)) u) AS unread`,
      [ctx.tenantId, readerOf(ctx), mostCounted],
    ),
  );
  return row ?? { open: 0, mine: 0, snoozed: 0, unread: 0 };
}
