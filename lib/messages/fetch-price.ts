import { carrier } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { settleUsage } from "@/lib/usage";
import { enqueuePrice } from "./enqueue-price";

type Unpriced = { carrier: string; sid: string; connectionId: string | null };

/** Keeps the price that the carrier tells by now, on the message and in the usage; asks again when it does not yet. */
export async function fetchMessagePrice(
  ctx: Ctx,
  input: { messageId: string; attempt: number },
): Promise<void> {
  const { messageId, attempt } = input;
  const message = await withTenantSql(ctx, (sql) =>
    sql.one<Unpriced>(
      `SELECT carrier, carrier_sid AS sid, connection_id AS "connectionId" FROM messages
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND carrier_sid IS NOT NULL AND price_micros IS NULL`,
      [ctx.tenantId, messageId],
    ),
  );
  if (!message) return;
  const opened = await openConnection(ctx, { ...message, isOfNumber: true });
  const state = opened && (await carrier(opened.carrier).texting?.fetch(opened.connection, message.sid));
  await withTenantSql(ctx, async (sql) => {
    if (!state?.price) return enqueuePrice(sql, ctx, { messageId, attempt: attempt + 1 });
    const price = { ...state.price, micros: Math.abs(state.price.micros) };
    await sql.run(
      "UPDATE messages SET price_micros = $3::int, currency = $4 WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, messageId, price.micros, price.currency],
    );
    await settleUsage(sql, ctx, { subject: `message:${messageId}`, price });
  });
}
