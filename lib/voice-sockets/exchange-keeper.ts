import { type Exchange, keepExchange } from "@/lib/calls";
import { withTenantSql } from "@/lib/db";
import { log } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";

/** Writes a session's exchanges in their order, behind the conversation; `settled` once all are written. */
export type ExchangeKeeper = { keep: (exchange: Exchange) => void; settled: () => Promise<void> };

/** A keeper for one call. */
export function exchangeKeeper(ctx: Ctx, callId: string): ExchangeKeeper {
  let chain: Promise<void> = Promise.resolve();
  return {
    keep: (exchange) => {
      chain = chain
        .then(() => withTenantSql(ctx, (sql) => keepExchange(sql, ctx, callId, exchange)))
        .catch((error: unknown) => log.error({ err: error, callId }, "a turn of a call could not be kept"));
    },
    settled: () => chain,
  };
}
