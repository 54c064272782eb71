import type { DialStep } from "../../instructions";
import {
  complain,
  type DialOutcome,
  endedBy,
  type LiveCall,
  type Next,
  pass,
  type Waiting,
  type WaitingLine,
} from "../call";
import { converse } from "./converse";
import { runDocuments } from "./documents";
import { nextAfter } from "./interruption";
import { findQueue } from "./queues";

type Dialled = { outcome: DialOutcome; stopped: Next | null };

/** How long someone who dials an empty queue waits for a caller to come, in steps of a second. */
const MOST_SECONDS = 3600;

/** Connects the call with the caller at the front of a queue, waiting for one if there is none. */
export async function dialQueue(
  call: LiveCall,
  step: DialStep,
  { name, whisper }: NonNullable<DialStep["queue"]>,
): Promise<Dialled> {
  const nobody: DialOutcome = {
    status: "no-answer",
    childSid: null,
    seconds: 0,
    isBridged: false,
    recording: null,
  };
  const wasLive = call.isLive;
  call.isLive = true;
  try {
    const found = await waitForCaller(call, name);
    if ("stopped" in found) return { outcome: nobody, stopped: found.stopped };
    return await connect(call, step, found, whisper);
  } finally {
    call.isLive = wasLive;
  }
}

type Found = { queue: WaitingLine; waiting: Waiting };

async function waitForCaller(call: LiveCall, name: string): Promise<Found | { stopped: Next | null }> {
  for (let second = 0; second < MOST_SECONDS; second += 1) {
    const queue = findQueue(call.voice, call.record.accountSid, name);
    const waiting = queue?.members.shift();
    if (queue && waiting) return { queue, waiting };
    const stopped = nextAfter(await pass(call, 1, "passive"));
    if (stopped) return { stopped };
  }
  complain(call, "simulator", `Nobody came into the queue "${name}"`);
  return { stopped: null };
}

async function connect(
  call: LiveCall,
  step: DialStep,
  { queue, waiting }: Found,
  whisper: NonNullable<DialStep["queue"]>["whisper"],
): Promise<Dialled> {
  const caller = waiting.call;
  const over = Promise.withResolvers<number>();
  const { promise: isTaken, resolve: taken } = Promise.withResolvers<void>();
  caller.control.pending = { bridge: { taken, over: over.promise } };
  caller.control.announce();
  await isTaken;
  if (whisper) {
    const seconds = Math.round(caller.seconds - waiting.since);
    const event = {
      kind: "queue-whisper",
      queueSid: queue.sid,
      seconds,
      dequeuingSid: call.record.sid,
    } as const;
    await runDocuments(caller, { target: whisper, event });
  }
  const { timeLimit: limit, hangupOnStar } = step;
  const talk = await converse(call, caller, { limit, hangupOnStar });
  if (talk.endedBy === "second") caller.end = endedBy("caller", "hung up");
  over.resolve(talk.seconds);
  const seconds = Math.round(talk.seconds);
  const outcome = {
    status: "completed",
    childSid: caller.record.sid,
    seconds,
    isBridged: true,
    recording: null,
  } as const;
  const hasHungUp = talk.endedBy === "first";
  return { outcome, stopped: hasHungUp ? endedBy("caller", "hung up") : null };
}
