import type { Sql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { priceDelaySeconds } from "@/lib/usage/rules";

/** Asks the carrier later what a text cost: when it takes one, it seldom says. After the last try the price list's word stays. */
export async function enqueuePrice(
  sql: Sql,
  ctx: Ctx,
  { messageId, attempt }: { messageId: string; attempt: number },
): Promise<void> {
  const wait = priceDelaySeconds(attempt);
  if (wait === null) return;
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "messages.fetch_price", payload: { messageId, attempt } },
    ...{ key: `price:${messageId}`, runAt: new Date(ctx.clock.now().getTime() + wait * 1000) },
  });
}
