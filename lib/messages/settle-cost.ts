import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { releaseUsage, settleUsage } from "@/lib/usage";
import { enqueuePrice } from "./enqueue-price";
import { isCharged, type MessageStatus } from "./rules";

type Billed = { channel: string; segments: number; priceMicros: number | null; currency: string | null };

/**
 * Settles what a message costs once its state says so: with the carrier's segments and, where it tells one, its price. A
 * text that it did not take costs nothing. Repeated states change nothing.
 */
export async function settleCost(
  sql: Sql,
  ctx: Ctx,
  { messageId, status }: { messageId: string; status: MessageStatus },
): Promise<void> {
  const subject = `message:${messageId}`;
  const isBilled = isCharged(status);
  if (isBilled === null) return;
  if (!isBilled) return releaseUsage(sql, ctx, subject);
  const message = await sql.one<Billed>(
    `SELECT channel, segments, price_micros AS "priceMicros", currency FROM messages WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, messageId],
  );
  if (!message) return;
  const { channel, segments, priceMicros: micros, currency } = message;
  await settleUsage(sql, ctx, {
    subject,
    ...(channel === "sms" ? { units: segments } : {}),
    ...(micros !== null && currency ? { price: { micros, currency } } : {}),
  });
  if (micros === null) await enqueuePrice(sql, ctx, { messageId, attempt: 0 });
}
