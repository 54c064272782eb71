import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import {
  conversationColumns,
  conversationJoins,
  type RawConversation,
  readerOf,
  toConversationRow,
} from "./conversation-columns";
import { readPlace, writeCursor } from "./cursor";
import type { ConversationRow, InboxFilter, InboxTab } from "./schema";

const statusOfTab: Record<InboxTab, string> = {
  open: "c.status IN ('open', 'pending')",
  mine: "c.status IN ('open', 'pending') AND c.assignee_id = (SELECT id FROM members WHERE tenant_id = $1::uuid AND user_id = $2::uuid)",
  snoozed: "c.status = 'snoozed'",
  closed: "c.status = 'closed'",
};

/** A page of a tab, newest first. Its cost does not grow with the number of conversations or with the depth. */
export async function listInbox(
  ctx: Ctx,
  filter: InboxFilter,
): Promise<{ data: ConversationRow[]; nextCursor: string | null }> {
  const place = readPlace(filter.cursor);
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<RawConversation>(`${listQuery(filter, place !== null)}`, [
      ctx.tenantId,
      readerOf(ctx),
      filter.limit + 1,
      filter.channel ?? null,
      filter.priority ?? null,
      filter.assignee ?? null,
      filter.unread ?? null,
      ...(place ? [place.at, place.id] : []),
    ]),
  );
  const data = rows.slice(0, filter.limit).map(toConversationRow);
  const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined;
  return { data, nextCursor: last ? writeCursor({ at: last.lastEntryAt, id: last.id }) : null };
}

// The comparison of whole rows lets the index seek to the place; the equivalent OR reads everything before it.
function listQuery(filter: InboxFilter, hasPlace: boolean): string {
  return `SELECT ${conversationColumns} FROM ${conversationJoins}
    WHERE c.tenant_id = $1::uuid AND ${statusOfTab[filter.tab]}
      AND ($4::text IS NULL OR c.last_entry_channel = $4) AND ($5::text IS NULL OR c.priority = $5)
      AND ($6::text IS NULL OR CASE WHEN $6 IN ('nobody', 'assistant') THEN c.assignee_kind = $6 ELSE c.assignee_id::text = $6 END)
      AND ($7::boolean IS NOT TRUE OR c.inbound_count > coalesce(r.inbound_count, 0))
      ${hasPlace ? "AND (c.last_entry_at, c.id) < ($8::timestamptz, $9::uuid)" : ""}
    ORDER BY c.last_entry_at DESC, c.id DESC LIMIT $3::int`;
}
