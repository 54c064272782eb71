import type { DialStep } from "../../instructions";
import {
  beginRecording,
  type DialOutcome,
  endedBy,
  endQuiet,
  enter,
  finishRecording,
  type LiveCall,
  type Next,
  notify,
} from "../call";
import { performConference } from "./conference";
import { type Conversation, converse } from "./converse";
import { dialQueue } from "./dial-queue";
import type { Leg } from "./place-leg";
import { hangUpLeg, reportProgress, ring } from "./ring";

/** Rings people, or joins a queue or a conference; the action is asked with how it went. */
export async function performDial(call: LiveCall, step: DialStep): Promise<Next> {
  if (step.conference) return performConference(call, step, step.conference);
  if (step.queue) return afterDial(call, step, await dialQueue(call, step, step.queue));
  return afterDial(call, step, await dialParties(call, step));
}

/** What a dial came to, and what stopped it when it was not its own end. */
type Dialled = { outcome: DialOutcome; stopped: Next | null };

async function dialParties(call: LiveCall, step: DialStep): Promise<Dialled> {
  const rung = await ring(call, step);
  if (rung.kind === "stopped") return { outcome: without("canceled", rung.last), stopped: rung.next };
  if (rung.kind === "nobody") return { outcome: without(rung.status, rung.last), stopped: null };
  if (rung.kind === "refused") return { outcome: without("completed", rung.leg), stopped: null };
  await enter(call, "in-progress", "answered");
  return connect(call, step, rung.leg);
}

function without(status: DialOutcome["status"], leg: Leg | null): DialOutcome {
  const seconds = leg?.call.answeredAt == null ? 0 : Math.round(leg.call.seconds - leg.call.answeredAt);
  return { status, childSid: leg?.call.record.sid ?? null, seconds, isBridged: false, recording: null };
}

async function connect(call: LiveCall, step: DialStep, leg: Leg): Promise<Dialled> {
  endQuiet(call);
  await reportProgress(call, step, "answer", leg);
  await reportProgress(call, step, "connected", leg);
  const running = step.record ? await beginRecording(call, recordingOf(step)) : null;
  const { timeLimit: limit, hangupOnStar } = step;
  const talk = await converse(call, leg.call, { limit, hangupOnStar });
  const recording = running && finishRecording(call, running);
  await release(leg);
  await reportProgress(call, step, "hangup", leg);
  const seconds = Math.round(talk.seconds);
  const outcome = {
    status: "completed",
    childSid: leg.call.record.sid,
    seconds,
    isBridged: true,
    recording,
  } as const;
  return { outcome, stopped: stoppedBy(call, talk) };
}

function recordingOf({ dualChannel, recordingCallback }: DialStep) {
  const callbackEvents = ["completed"];
  return {
    isDual: dualChannel,
    source: "DialVerb",
    format: "wav",
    callback: recordingCallback,
    callbackEvents,
  } as const;
}

/** A leg that was sent elsewhere lives on; any other is over. */
async function release({ call }: Leg): Promise<void> {
  if (call.control.pending) call.voice.carryOn(call);
  else await hangUpLeg(call);
}

function stoppedBy(call: LiveCall, { endedBy: who }: Conversation): Next | null {
  if (who === "first") return endedBy("caller", "hung up");
  return call.control.pending ? { kind: "changed" } : null;
}

/** A caller who is gone still has the action asked; its answer has nobody to hear it. */
async function afterDial(call: LiveCall, step: DialStep, { outcome, stopped }: Dialled): Promise<Next> {
  const event = { kind: "dial", outcome } as const;
  if (!stopped && step.action && step.followsAction) return { kind: "fetch", target: step.action, event };
  await notify(call, step.action, event);
  return stopped ?? { kind: "next" };
}
