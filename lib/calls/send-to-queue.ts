import { type Sql, withTenantSql } from "@/lib/db";
import { ownSteps } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { getQueue } from "@/lib/queues";
import { keepState, type LockedCall, lockCallById } from "./keep-state";
import { sendForSoon } from "./send-for";
import { traceCall } from "./trace";

type Sent = { callId: string; queueId: string; brief?: string };

/**
 * Sends a running call to a queue, whatever it is doing: its carrier asks on, and the caller waits there. Throws
 * `not_found` for a queue or call that the business does not have, `conflict` for a call that is over.
 */
export async function sendToQueue(ctx: Ctx, { callId, queueId, brief = "" }: Sent): Promise<void> {
  await getQueue(ctx, queueId);
  await withTenantSql(ctx, async (sql) => {
    const call = await lockCallById(sql, ctx, callId);
    if (!call) throw new AppError("not_found", "There is no such call.");
    if (call.kept.flow.phase === "over") throw new AppError("conflict", "This call is over.");
    await aimAtQueue(sql, ctx, call, { queueId, brief });
    await sendForSoon(sql, ctx, callId);
  });
}

/** Makes the next question of a call's carrier put the caller into a queue; who asks the carrier to ask is up to the caller of this. */
export async function aimAtQueue(
  sql: Sql,
  ctx: Ctx,
  call: LockedCall,
  { queueId, brief }: { queueId: string; brief: string },
): Promise<void> {
  const flow = {
    ...call.kept.flow,
    ...{ step: ownSteps.queue + queueId, phase: "new" as const, ringing: [], tries: 0 },
    brief: brief || call.kept.flow.brief,
  };
  await keepState(sql, ctx, call.id, { ...call.kept, flow, thinking: null, thought: null });
  await traceCall(sql, ctx, call.id, { kind: "note", title: "Sent to a queue", data: { queueId, brief } });
}
