import { type Disconnection, disconnectConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { detachNumbers, numbersOfConnection } from "@/lib/numbers";
import { requireConnection } from "./require-connection";

/**
 * Disconnects an account: takes everything made for it away at the carrier and lets its numbers go. `refused` while calls on
 * its numbers are live, unless forced: their last webhooks could not be believed any more.
 */
export async function disconnectAccount(
  ctx: Ctx,
  { id, isForced = false }: { id: string; isForced?: boolean },
): Promise<Disconnection> {
  await requireConnection(ctx, id);
  const numbers = await numbersOfConnection(ctx, id);
  const live = isForced
    ? 0
    : await countLiveCalls(
        ctx,
        numbers.map((number) => number.id),
      );
  if (live > 0) {
    const sentence =
      live === 1 ? "A call is live on this account." : `${live} calls are live on this account.`;
    throw new AppError("refused", `${sentence} Wait until they are over, or disconnect all the same.`, {
      details: { code: "calls_live" },
    });
  }
  const done = await disconnectConnection(ctx, { id, isForced });
  if (done.isDone) await detachNumbers(ctx, numbers);
  return done;
}

async function countLiveCalls(ctx: Ctx, numberIds: string[]): Promise<number> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<{ count: number }>(
      "SELECT count(*)::int AS count FROM calls WHERE tenant_id = $1::uuid AND ended_at IS NULL AND number_id = ANY($2::uuid[])",
      [ctx.tenantId, numberIds],
    ),
  );
  return row?.count ?? 0;
}
