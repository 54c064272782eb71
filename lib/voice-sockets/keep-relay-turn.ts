import { keepExchange } from "@/lib/calls";
import { withTenantSql } from "@/lib/db";
import { log } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import type { KeptTurn } from "./relay-session";

/** A chain per call: exchanges are written in their order, behind the conversation. */
export function relayKeeper(
  ctx: Ctx,
  callId: string,
): { keep: (turn: KeptTurn) => void; settled: () => Promise<void> } {
  let chain: Promise<void> = Promise.resolve();
  return {
    keep: (turn) => {
      chain = chain
        .then(() => withTenantSql(ctx, (sql) => keepExchange(sql, ctx, callId, turn)))
        .catch((error: unknown) => log.error({ err: error, callId }, "a turn of a call could not be kept"));
    },
    settled: () => chain,
  };
}
