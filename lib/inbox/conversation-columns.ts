import type { Ctx } from "@/lib/kernel/context";
import type { ConversationRow } from "./schema";

/** A row as the database gives it. */
export type RawConversation = Omit<ConversationRow, "lastEntryAt" | "snoozedUntil" | "assignee"> & {
  lastEntryAt: Date;
  snoozedUntil: Date | null;
  assigneeKind: ConversationRow["assignee"]["kind"];
  assigneeId: string | null;
  assigneeName: string | null;
};

/** Columns of a list row; `c` conversations, `k` customers, `r` this person's reads, `m` the assigned member. */
export const conversationColumns = `c.id, c.number, c.status, c.priority, c.customer_id AS "customerId", k.name AS "customerName",
  (SELECT a.address FROM customer_addresses a WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.customer_id
    ORDER BY a.kind, a.created_at LIMIT 1) AS "customerAddress",
  c.assignee_kind AS "assigneeKind", c.assignee_id AS "assigneeId", m.name AS "assigneeName", c.last_entry_at AS "lastEntryAt",
  c.last_entry_preview AS preview, c.last_entry_channel AS "lastChannel", c.last_entry_direction AS "lastDirection",
  CASE WHEN c.last_entry_direction = 'outbound' AND c.last_entry_channel IN ('sms', 'whatsapp') THEN
    (SELECT jsonb_build_object('kind', x.author_kind, 'id', x.author_id) FROM messages x
      WHERE x.tenant_id = c.tenant_id AND x.conversation_id = c.id ORDER BY x.created_at DESC, x.id DESC LIMIT 1) END AS "lastAuthor",
  greatest(c.inbound_count - coalesce(r.inbound_count, 0), 0)::int AS unread, c.has_failed AS "hasFailed",
  c.snoozed_until AS "snoozedUntil", c.tags`;

/** Tables behind {@link conversationColumns}; `$1` tenant, `$2` the reading user or null. */
export const conversationJoins = `conversations c
  JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
  LEFT JOIN members m ON m.tenant_id = c.tenant_id AND m.id = c.assignee_id
  LEFT JOIN conversation_reads r ON r.tenant_id = c.tenant_id AND r.conversation_id = c.id AND r.user_id = $2::uuid`;

/** Whose unread counts are meant; null for an API key. */
export function readerOf(ctx: Ctx): string | null {
  return ctx.actor.kind === "user" ? ctx.actor.userId : null;
}

/** The row as screens and API see it. */
export function toConversationRow<Row extends RawConversation>({
  assigneeKind,
  assigneeId,
  assigneeName,
  ...row
}: Row) {
  return {
    ...row,
    assignee: { kind: assigneeKind, id: assigneeId, name: assigneeName },
    lastEntryAt: row.lastEntryAt.toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  };
}
