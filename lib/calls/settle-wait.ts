import type { Sql } from "@/lib/db";
import type { FlowGraph, FlowState, Played } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { assignCallers, joinQueue, leaveQueue, returnToLine, type WaitOutcome } from "@/lib/queues";
import type { QueueAround } from "@/lib/queues/schema";
import { queueIdOf } from "./queues-of";
import { sendForSoon } from "./send-for";
import { traceCall } from "./trace";

/** A call whose flow has just been played on. */
export type Moved = {
  callId: string;
  flow: FlowGraph;
  /** Where it stood before; null: it has just begun. */
  before: FlowState | null;
  queues: Readonly<Record<string, QueueAround>>;
  /** Plays it on once more, with somebody to be rung now. */
  again: (state: FlowState) => Promise<Played>;
};

/**
 * Keeps the line in step with a call's flow: joins, returns to its place and leaves as the flow says, and has everybody
 * assigned for whom this made room. When it is the call's own turn at once, it is told to ring instead of to wait.
 */
export async function settleWait(sql: Sql, ctx: Ctx, moved: Moved, played: Played): Promise<Played> {
  const was = queueIdOf(moved.flow, moved.before);
  const is = queueIdOf(moved.flow, played.state);
  if (was === null && is === null) return played;
  const isNews =
    (await left(sql, ctx, moved, { was, is, played })) ||
    (await joined(sql, ctx, moved, is)) ||
    (await returned(sql, ctx, moved, played.state));
  if (!isNews) return played;
  const assigned = await assignCallers(sql, ctx);
  for (const { callId } of assigned) if (callId !== moved.callId) await sendForSoon(sql, ctx, callId);
  const isOwnTurn = assigned.some(({ callId }) => callId === moved.callId);
  return isOwnTurn ? ringInstead(played, await moved.again(played.state)) : played;
}

/** A call that is over leaves its queue, and whoever talked or was rung is free for the next one. */
export async function settleEnd(sql: Sql, ctx: Ctx, callId: string): Promise<void> {
  const wait = await leaveQueue(sql, ctx, callId, "abandoned");
  if (wait)
    await traceCall(sql, ctx, callId, {
      ...{ kind: "note", title: `Hung up in the queue “${wait.queueName}” after ${wait.seconds} s` },
      data: wait,
    });
  await assignAndSend(sql, ctx);
}

/** Somebody may be free: whoever is assigned now is sent for. */
export async function assignAndSend(sql: Sql, ctx: Ctx): Promise<void> {
  for (const { callId } of await assignCallers(sql, ctx)) await sendForSoon(sql, ctx, callId);
}

type Change = { was: string | null; is: string | null; played: Played };

async function left(sql: Sql, ctx: Ctx, { callId }: Moved, { was, is, played }: Change): Promise<boolean> {
  if (was === null || was === is) return false;
  const outcome: WaitOutcome = played.state.queue?.left ?? "left";
  const wait = await leaveQueue(sql, ctx, callId, outcome);
  if (wait)
    await traceCall(sql, ctx, callId, {
      ...{
        kind: "note",
        title: `Left the queue “${wait.queueName}” after ${wait.seconds} s: ${ways[outcome]}`,
      },
      data: { ...wait, outcome },
    });
  return true;
}

const ways: Record<WaitOutcome, string> = {
  ...{ taken: "somebody took the call", key: "by pressing a key", too_long: "nobody was free in time" },
  ...{ moved: "somebody sent the caller elsewhere", abandoned: "hung up", left: "sent on" },
};

async function joined(sql: Sql, ctx: Ctx, { callId, queues }: Moved, is: string | null): Promise<boolean> {
  if (is === null || !(await joinQueue(sql, ctx, { callId, queueId: is }))) return false;
  const queue = queues[is];
  await traceCall(sql, ctx, callId, {
    ...{ kind: "note", title: `Waits in the queue “${queue?.name ?? ""}” as number ${queue?.position ?? 1}` },
    data: { queueId: is, estimateSeconds: queue?.estimateSeconds ?? null },
  });
  return true;
}

async function returned(sql: Sql, ctx: Ctx, { callId, before }: Moved, state: FlowState): Promise<boolean> {
  if (before?.phase !== "dialing" || state.phase !== "queueing") return false;
  const missed = await returnToLine(sql, ctx, callId);
  if (missed.length > 0)
    await traceCall(sql, ctx, callId, {
      ...{
        kind: "note",
        title: `${missed.join(", ")} did not answer; the caller waits on at the same place`,
      },
      data: {},
    });
  return true;
}

/** What was said on the way to the queue is heard; the words of waiting are not. */
function ringInstead(waiting: Played, ringing: Played): Played {
  if (waiting.output.do !== "instruct" || ringing.output.do !== "instruct") return ringing;
  const instructions = [...waiting.output.instructions.slice(0, -1), ...ringing.output.instructions];
  return { ...waiting, state: ringing.state, output: { do: "instruct", instructions } };
}
