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
  carrierCallId: string;
  conversing: Conversing;
  history: Said[];
  dialog: Dialog;
  toolCalls: number;
  language: string;
};

/**
 * Opens a socket session with its one-time ticket.
 * @returns null when the ticket is unknown, used, expired, or of another kind
 */
export function beginSession(
  ctx: Ctx,
  input: { ticket: string; kind: "relay" | "stream" },
): Promise<SessionStart | null> {
  return withTenantSql(ctx, async (sql) => {
    const callId = await redeemTicket(sql, ctx, input.ticket, input.kind);
    const call: LockedCall | null = callId ? await lockCallById(sql, ctx, callId) : null;
    if (!call) return null;
    await traceCall(sql, ctx, call.id, { kind: "socket", title: `The ${input.kind} socket opened` });
    return {
      ...{ callId: call.id, carrierCallId: call.carrierCallId, conversing: conversingOf(ctx, call) },
      ...{ history: await readHistory(sql, ctx, call.id), dialog: call.kept.flow.dialog },
      ...{ toolCalls: call.kept.flow.toolCalls, language: call.kept.flow.language },
    };
  });
}
