import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { ReplyMode } from "@/lib/numbers/schema";
import type { Dialog } from "../contract/turn";
import type { WrittenLine } from "./rules";

/** A written conversation that is left to the receptionist, as it stands. */
export type Thread = {
  channel: "sms" | "whatsapp";
  numberId: string | null;
  customer: { id: string; name: string | null; address: string | null };
  mode: ReplyMode;
  lines: WrittenLine[];
  dialog: Dialog;
  toolCalls: number;
};

type Row = {
  channel: "sms" | "whatsapp";
  numberId: string | null;
  customerId: string;
  name: string | null;
  address: string | null;
  mode: string | null;
  kept: { dialog?: Dialog; toolCalls?: number } | null;
};

/**
 * Reads a conversation for an answer to one text; null when there is nothing to answer: a person has it, it was
 * answered, a newer text came, or the channel leaves the receptionist out. Locks the row against a take-over meanwhile.
 */
export async function readThread(
  sql: Sql,
  ctx: Ctx,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<Thread | null> {
  // Locked by a statement of its own, so that the next one sees what another process was just writing.
  await sql.one("SELECT FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid FOR UPDATE", [
    ...[ctx.tenantId, conversationId],
  ]);
  const row = await sql.one<Row>(thread, [ctx.tenantId, conversationId, messageId]);
  if (!row) return null;
  const { customerId, name, address, kept, mode, ...rest } = row;
  const chosen = ReplyMode.catch("send").parse(mode);
  const lines = await sql.rows<WrittenLine>(entries, [ctx.tenantId, conversationId, messageId]);
  return {
    ...rest,
    customer: { id: customerId, name, address },
    ...{ mode: chosen, lines: lines.reverse(), dialog: kept?.dialog ?? {}, toolCalls: kept?.toolCalls ?? 0 },
  };
}

const thread = `SELECT m.channel, m.number_id AS "numberId", c.customer_id AS "customerId", m.from_address AS address,
    CASE WHEN k.name_source <> 'unknown' THEN k.name END AS name, h.settings ->> 'replies' AS mode,
    (SELECT a.extra -> 'reply' FROM messages a WHERE a.tenant_id = c.tenant_id AND a.conversation_id = c.id AND a.extra ? 'reply'
      ORDER BY a.created_at DESC, a.id DESC LIMIT 1) AS kept
  FROM conversations c
  JOIN messages m ON m.tenant_id = c.tenant_id AND m.id = $3::uuid AND m.conversation_id = c.id AND m.direction = 'inbound'
  JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
  LEFT JOIN channels h ON h.tenant_id = c.tenant_id AND h.number_id = m.number_id AND h.kind = m.channel
  WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.assignee_kind = 'assistant' AND c.status <> 'closed'
    AND NOT EXISTS (SELECT FROM messages n WHERE n.tenant_id = c.tenant_id AND n.conversation_id = c.id AND (n.created_at, n.id) > (m.created_at, m.id)
      AND (n.direction = 'inbound' OR (n.direction = 'outbound' AND n.author_kind <> 'automation') OR n.extra ? 'reply'))`;

// What a rule sent on its own is known, but answers nothing: only what it said before the customer wrote is read.
const entries = `SELECT id, body, created_at AS at, CASE WHEN direction = 'inbound' THEN 'customer'
    WHEN author_kind IN ('assistant', 'automation') THEN 'assistant' ELSE 'member' END AS "from"
  FROM messages x WHERE tenant_id = $1::uuid AND conversation_id = $2::uuid AND direction IN ('inbound', 'outbound')
    AND status NOT IN ('failed', 'canceled') AND NOT (author_kind = 'automation' AND (created_at, id) >
      (SELECT m.created_at, m.id FROM messages m WHERE m.tenant_id = x.tenant_id AND m.id = $3::uuid))
  ORDER BY created_at DESC, id DESC LIMIT 60`;
