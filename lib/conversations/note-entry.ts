import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { recordConversationEvent } from "./record-conversation-event";

/** What the list shows of the newest thing said. */
export type NewestEntry = {
  conversationId: string;
  direction: "inbound" | "outbound" | "internal";
  channel: "sms" | "whatsapp" | "call" | "voicemail" | "note";
  preview: string;
  numberId?: string | null;
};

/**
 * Brings a conversation's row up to date with its newest entry. An inbound one counts as unread for everybody,
 * reopens what was pending, snoozed or closed, and opens the WhatsApp window when it came that way.
 */
export async function noteEntry(sql: Sql, ctx: Ctx, entry: NewestEntry): Promise<void> {
  const before = await sql.one<{ status: string }>(
    `UPDATE conversations c SET
       last_entry_at = greatest(c.last_entry_at, $3::timestamptz), last_entry_preview = $4, last_entry_channel = $5, last_entry_direction = $6,
       last_channel = CASE WHEN $5 IN ('sms', 'whatsapp') THEN $5 ELSE c.last_channel END,
       last_number_id = coalesce($7::uuid, c.last_number_id),
       inbound_count = c.inbound_count + CASE WHEN $6 = 'inbound' THEN 1 ELSE 0 END,
       last_inbound_at = CASE WHEN $6 = 'inbound' THEN $3::timestamptz ELSE c.last_inbound_at END,
       whatsapp_inbound_at = CASE WHEN $6 = 'inbound' AND $5 = 'whatsapp' THEN $3::timestamptz ELSE c.whatsapp_inbound_at END,
       status = CASE WHEN $6 = 'inbound' THEN 'open' ELSE c.status END,
       snoozed_until = CASE WHEN $6 = 'inbound' THEN NULL ELSE c.snoozed_until END,
       closed_at = CASE WHEN $6 = 'inbound' THEN NULL ELSE c.closed_at END
     FROM conversations old
     WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND old.tenant_id = c.tenant_id AND old.id = c.id
     RETURNING old.status`,
    [
      ctx.tenantId,
      entry.conversationId,
      ctx.clock.now(),
      entry.preview,
      entry.channel,
      entry.direction,
      entry.numberId ?? null,
    ],
  );
  if (entry.direction !== "inbound" || !before || before.status === "open") return;
  await recordConversationEvent(sql, ctx, {
    conversationId: entry.conversationId,
    kind: before.status === "snoozed" ? "woke" : "reopened",
    data: { by: "customer" },
  });
}
