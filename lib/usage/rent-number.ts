import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { localDay } from "@/lib/kernel/time";
import { recordUsage } from "./record-usage";

type Rented = { numberId: string; e164: string; carrier: string; connectionId: string | null };

/** Writes down a number's rent for the month that is running; once per number and month, however often it is asked. */
export async function rentNumber(
  sql: Sql,
  ctx: Ctx,
  { numberId, e164, carrier, connectionId }: Rented,
): Promise<void> {
  const month = localDay(ctx.clock.now(), "UTC").slice(0, 7);
  await recordUsage(sql, ctx, {
    ...{ subject: `number:${numberId}:${month}`, kind: "number_month", direction: "both", units: 1 },
    ...{ address: e164, carrier, numberId, connectionId },
  });
}
