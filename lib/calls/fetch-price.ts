import { carrier } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { settleUsage } from "@/lib/usage";
import { enqueuePrice } from "./enqueue-price";

type Unpriced = { carrier: string; sid: string; connectionId: string | null; isOfNumber: boolean };

/** Keeps the price of a call that the carrier tells some time after its end; asks again when it does not yet. */
export async function fetchCallPrice(ctx: Ctx, input: { callId: string; attempt: number }): Promise<void> {
  const { callId, attempt } = input;
  const call = await withTenantSql(ctx, (sql) =>
    sql.one<Unpriced>(
      `SELECT carrier, carrier_call_id AS sid, connection_id AS "connectionId", number_id IS NOT NULL AS "isOfNumber" FROM calls
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND price_micros IS NULL`,
      [ctx.tenantId, callId],
    ),
  );
  if (!call) return;
  const opened = await openConnection(ctx, call);
  const state = opened && (await carrier(opened.carrier).voice?.fetch(opened.connection, call.sid));
  await withTenantSql(ctx, async (sql) => {
    if (!state?.price) return enqueuePrice(sql, ctx, { callId, attempt: attempt + 1 });
    const price = { ...state.price, micros: Math.abs(state.price.micros) };
    await sql.run(
      "UPDATE calls SET price_micros = $3::int, currency = $4 WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, callId, price.micros, price.currency],
    );
    await settleUsage(sql, ctx, { subject: `call:${callId}`, price });
  });
}
