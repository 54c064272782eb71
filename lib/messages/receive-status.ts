import type { TextStatusUpdate } from "@/lib/carriers";
import { changeConsent } from "@/lib/consent";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isId } from "@/lib/kernel/ids";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { lockCarrierId, parkStatus } from "./parked-statuses";
import { recordStatus } from "./record-status";
import { ownStatus } from "./rules";

/** A verified delivery state with the raw request it came in. */
export type ReceivedStatus = { messageId?: string; update: TextStatusUpdate; raw: RawWebhook };

/**
 * Applies a carrier's delivery state. Our own message id stands in the callback's path, so it proves an acceptance
 * whose answer was lost; a state that comes before its message is known waits for it.
 * @param input `messageId` from the path, when the callback has it
 */
export function receiveStatus(ctx: Ctx, input: ReceivedStatus): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    if (!(await keepWebhookEvent(sql, ctx, input.raw))) return;
    const { update, raw } = input;
    const messageId = await findMessage(sql, ctx, input);
    if (!messageId) return parkStatus(sql, ctx, raw.carrier, update);
    if (update.errorCode === "21610") {
      await changeConsent(sql, ctx, { address: update.to, change: "opted_out", source: "carrier" });
    }
    await recordStatus(sql, ctx, {
      messageId,
      status: ownStatus(update.status),
      errorCode: update.errorCode,
      source: "callback",
    });
  });
}

async function findMessage(sql: Sql, ctx: Ctx, input: ReceivedStatus): Promise<string | null> {
  const known = await findBySid(sql, ctx, input);
  if (known) return known;
  await lockCarrierId(sql, ctx, { carrier: input.raw.carrier, sid: input.update.sid });
  return (await findBySid(sql, ctx, input)) ?? adopt(sql, ctx, input);
}

async function findBySid(sql: Sql, ctx: Ctx, { raw, update }: ReceivedStatus): Promise<string | null> {
  const row = await sql.one<{ id: string }>(
    "SELECT id FROM messages WHERE tenant_id = $1::uuid AND carrier = $2 AND carrier_sid = $3",
    [ctx.tenantId, raw.carrier, update.sid],
  );
  return row?.id ?? null;
}

/** The answer to our request was lost; this callback, which names our own id, is the proof that the carrier took it. */
async function adopt(sql: Sql, ctx: Ctx, input: ReceivedStatus): Promise<string | null> {
  if (!input.messageId || !isId(input.messageId)) return null;
  const adopted = await sql.one<{ id: string }>(
    `UPDATE messages SET carrier_sid = $4 WHERE tenant_id = $1::uuid AND id = $2::uuid AND carrier = $3 AND carrier_sid IS NULL
        AND direction = 'outbound' RETURNING id`,
    [ctx.tenantId, input.messageId, input.raw.carrier, input.update.sid],
  );
  return adopted?.id ?? null;
}
