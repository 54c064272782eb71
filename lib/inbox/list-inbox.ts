import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import {
  conversationColumns,
  conversationJoins,
  type RawConversation,
  readerOf,
  toConversationRow,
} from "./conversation-columns";
import { type Place, readPlace, writeCursor } from "./cursor";
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
  const values: unknown[] = [ctx.tenantId, readerOf(ctx)];
  const text = listQuery(filter, place, (value) => `$${values.push(value)}`);
  const rows = await withTenantSql(ctx, (sql) => sql.rows<RawConversation>(text, values));
  const data = rows.slice(0, filter.limit).map(toConversationRow);
  const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined;
  return { data, nextCursor: last ? writeCursor({ at: last.lastEntryAt, id: last.id }) : null };
}

// The comparison of whole rows lets the index seek to the place; the equivalent OR reads everything before it. Conditions
// that are not asked for are left out and the limit is a number: with parameters in their place PostgreSQL thinks so badly of
// its prepared plan that it plans anew each time, which takes longer than reading the page.
function listQuery(filter: InboxFilter, place: Place | null, put: (value: unknown) => string): string {
  const { channel, priority, assignee, tag, unread } = filter;
  const conditions = [
    "c.tenant_id = $1::uuid",
    statusOfTab[filter.tab],
    channel && `c.last_entry_channel = ${put(channel)}`,
    priority && `c.priority = ${put(priority)}`,
    assignee && isOfAssignee(assignee, put),
    tag && `${put(tag)} = ANY(c.tags)`,
    unread && "c.inbound_count > coalesce(r.inbound_count, 0)",
    place && `(c.last_entry_at, c.id) < (${put(place.at)}::timestamptz, ${put(place.id)}::uuid)`,
  ];
  return `SELECT ${conversationColumns} FROM ${conversationJoins} WHERE ${conditions.filter(Boolean).join(" AND ")}
    ORDER BY c.last_entry_at DESC, c.id DESC LIMIT ${filter.limit + 1}`;
}

function isOfAssignee(assignee: string, put: (value: unknown) => string): string {
  const isKind = assignee === "nobody" || assignee === "assistant";
  return isKind ? `c.assignee_kind = ${put(assignee)}` : `c.assignee_id = ${put(assignee)}::uuid`;
}
