import type { Sql } from "@/lib/db";
import type { TextAtGate } from "@/lib/gate";
import type { Ctx } from "@/lib/kernel/context";
import { isId } from "@/lib/kernel/ids";
import { readPast } from "./find-recipient";

/** A text that waits for its time. */
export type ScheduledMessage = {
  id: string;
  conversationId: string;
  customerId: string;
  channel: "sms" | "whatsapp";
  body: string;
  segments: number;
  sendAt: Date;
  carrier: string;
  numberId: string | null;
  connectionId: string | null;
  toAddress: string;
  authorKind: string;
  evenIfQuiet: boolean;
};

/** The text while it waits, and nobody else may change it until commit; null: there is none, or it waits no longer. */
export async function lockScheduled(sql: Sql, ctx: Ctx, messageId: string): Promise<ScheduledMessage | null> {
  if (!isId(messageId)) return null;
  return sql.one<ScheduledMessage>(
    `SELECT id, conversation_id AS "conversationId", customer_id AS "customerId", channel, body, segments, send_at AS "sendAt", carrier,
        number_id AS "numberId", connection_id AS "connectionId", to_address AS "toAddress", author_kind AS "authorKind",
        coalesce(extra->'evenIfQuiet' = 'true', false) AS "evenIfQuiet"
       FROM messages WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'scheduled' FOR UPDATE`,
    [ctx.tenantId, messageId],
  );
}

/** What the gate needs to judge it once more, with what is known of the person by now. */
export async function atGateAgain(sql: Sql, ctx: Ctx, message: ScheduledMessage): Promise<TextAtGate> {
  const { id, channel, toAddress, segments, carrier, numberId, connectionId, evenIfQuiet } = message;
  const past = await readPast(sql, ctx, message.customerId);
  return {
    ...past,
    messageId: id,
    to: toAddress,
    channel,
    segments,
    carrier,
    numberId,
    connectionId,
    evenIfQuiet,
  };
}
