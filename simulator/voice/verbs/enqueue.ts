import type { EnqueueStep } from "../../instructions";
import {
  type CallEvent,
  freshControl,
  hear,
  type LiveCall,
  type Next,
  notify,
  pass,
  type Waiting,
  type WaitingLine,
} from "../call";
import { runDocuments } from "./documents";
import { nextAfter } from "./interruption";
import { openQueue } from "./queues";

/** How the waiting ended, in the carrier's words, and what follows from it. */
type Left = { result: string; next: Next };

/** Puts the caller into a queue; the wait document is asked for again and again until somebody takes the call. */
export async function performEnqueue(call: LiveCall, step: EnqueueStep): Promise<Next> {
  const queue = openQueue(call.voice, call.record.accountSid, step.name, step.maxSize);
  const waiting: Waiting = { call, since: call.seconds };
  if (queue.members.length >= step.maxSize) {
    return afterQueue(call, step, queue, waiting, { result: "queue-full", next: { kind: "next" } });
  }
  queue.members.push(waiting);
  const { isLive } = call;
  Object.assign(call, { isLive: true, isWaiting: true });
  const left = await waitInQueue(call, step, queue, waiting);
  Object.assign(call, { isLive, isWaiting: false });
  queue.members = queue.members.filter((member) => member !== waiting);
  return afterQueue(call, step, queue, waiting, left);
}

async function waitInQueue(
  call: LiveCall,
  step: EnqueueStep,
  queue: WaitingLine,
  waiting: Waiting,
): Promise<Left> {
  for (;;) {
    const before = call.seconds;
    const next = await waitOnce(call, step, queue, waiting);
    if (next.kind === "leave") return { result: "leave", next: { kind: "next" } };
    if (next.kind === "end") return { result: "hangup", next };
    if (next.kind === "changed") return taken(call);
    if (call.seconds - before < 0.5) await pass(call, 1, "passive");
  }
}

async function waitOnce(
  call: LiveCall,
  step: EnqueueStep,
  queue: WaitingLine,
  waiting: Waiting,
): Promise<Next> {
  if (step.wait) {
    const event: CallEvent = { kind: "queue-wait", moment: momentOf(call, queue, waiting) };
    return runDocuments(call, { target: step.wait, event });
  }
  const tone = step.silentWait ? "silence" : "music";
  return nextAfter(await hear(call, { tone, seconds: 30, from: "carrier" }, "passive")) ?? { kind: "next" };
}

function momentOf(call: LiveCall, queue: WaitingLine, waiting: Waiting) {
  const seconds = Math.round(call.seconds - waiting.since);
  const position = queue.members.indexOf(waiting) + 1;
  const size = queue.members.length;
  return { queueSid: queue.sid, position, seconds, averageSeconds: seconds, size, maxSize: queue.maxSize };
}

/** Somebody dialled the queue, or the call was sent elsewhere over REST. */
async function taken(call: LiveCall): Promise<Left> {
  const change = call.control.pending;
  if (!change || !("bridge" in change)) return { result: "redirected", next: { kind: "changed" } };
  call.control = freshControl();
  call.isWaiting = false;
  change.bridge.taken();
  await change.bridge.over;
  if (call.end) return { result: "bridged", next: call.end };
  if (call.control.pending) return { result: "redirected-from-bridged", next: { kind: "changed" } };
  return { result: "bridged", next: { kind: "next" } };
}

async function afterQueue(
  call: LiveCall,
  step: EnqueueStep,
  queue: WaitingLine,
  waiting: Waiting,
  { result, next }: Left,
): Promise<Next> {
  const seconds = Math.round(call.seconds - waiting.since);
  const event: CallEvent = { kind: "queue", result, queueSid: queue.sid, seconds };
  if (next.kind === "next" && step.action) return { kind: "fetch", target: step.action, event };
  await notify(call, step.action, event);
  return next;
}
