import type { Sql } from "@/lib/db";
import { type FlowGraph, type FlowState, stepOf } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { lookAround } from "@/lib/queues";
import type { QueueAround } from "@/lib/queues/schema";

type Waiting = { callId: string | null; carrier: string; flow: FlowGraph; state: FlowState | null };

/** The queues that a call's flow leads to, and the one it was sent to, as the call finds them now. */
export function queuesOf(
  sql: Sql,
  ctx: Ctx,
  { callId, carrier, flow, state }: Waiting,
): Promise<Record<string, QueueAround>> {
  const queueIds = Object.values(flow.steps).flatMap((step) => (step.kind === "queue" ? [step.queueId] : []));
  const sentTo = state && stepOf(flow, state.step);
  return lookAround(sql, ctx, {
    ...{ callId, carrier },
    queueIds: sentTo?.kind === "queue" ? [...queueIds, sentTo.queueId] : queueIds,
  });
}

/** The queue that a call waits in, or is being taken out of by somebody who is rung; null: none. */
export function queueIdOf(flow: FlowGraph, state: FlowState | null): string | null {
  if (!state || (state.phase !== "queueing" && state.phase !== "dialing")) return null;
  const step = stepOf(flow, state.step);
  return step?.kind === "queue" ? step.queueId : null;
}
