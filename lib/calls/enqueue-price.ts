import type { Sql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { priceDelaySeconds } from "@/lib/usage/rules";

/** Asks the carrier some time after a call what it cost. After the last try the price list's word stays. */
export async function enqueuePrice(
  sql: Sql,
  ctx: Ctx,
  { callId, attempt }: { callId: string; attempt: number },
): Promise<void> {
  const wait = priceDelaySeconds(attempt);
  if (wait === null) return;
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.fetch_price", payload: { callId, attempt } },
    ...{ key: `price:${callId}`, runAt: new Date(ctx.clock.now().getTime() + wait * 1000) },
  });
}
