import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Conversing, Dialog, Said } from "@/lib/receptionist";
import { conversingOf } from "./continue-call";
import { redeemTicket } from "./issue-ticket";
import { type LockedCall, lockCallById } from "./keep-state";
import { readHistory } from "./read-history";
import { traceCall } from "./trace";

/** Everything a socket session keeps in memory. */
export type SessionStart = {
  callId: string;
  kind: "relay" | "stream";
  carrierCallId: string;
  conversing: Conversing;
  history: Said[];
  dialog: Dialog;
  toolCalls: number;
  language: string;
};

/**
 * Opens a socket session with its one-time ticket.
 * @returns null when the ticket is unknown, used or expired
 */
export function beginSession(ctx: Ctx, input: { ticket: string }): Promise<SessionStart | null> {
  return withTenantSql(ctx, async (sql) => {
    const opened = await redeemTicket(sql, ctx, input.ticket);
    const call: LockedCall | null = opened && (await lockCallById(sql, ctx, opened.callId));
    if (!opened || !call) return null;
    await traceCall(sql, ctx, call.id, { kind: "socket", title: `The ${opened.kind} socket opened` });
    return {
      ...{
        callId: call.id,
        kind: opened.kind,
        carrierCallId: call.carrierCallId,
        conversing: conversingOf(ctx, call),
      },
      ...{ history: await readHistory(sql, ctx, call.id), dialog: call.kept.flow.dialog },
      ...{ toolCalls: call.kept.flow.toolCalls, language: call.kept.flow.language },
    };
  });
}
