import type { Step } from "../../instructions";
import { beginRecording, endedBy, enter, finishRecording, type LiveCall, type Next } from "../call";
import { performRelay } from "../sockets/relay";
import { performStream, stopStream } from "../sockets/stream";
import { performDial } from "./dial";
import { performEnqueue } from "./enqueue";
import { performGather } from "./gather";
import { nextAfter } from "./interruption";
import { performPay } from "./pay";
import { hearPrompt } from "./prompts";
import { performRecord } from "./record";

/** Runs the verbs of one document from the top until one of them leads elsewhere. */
export async function performSteps(call: LiveCall, steps: Step[]): Promise<Next> {
  for (const step of steps) {
    if (call.control.pending) return { kind: "changed" };
    if (answers(step)) await enter(call, "in-progress", "answered");
    const next = await performStep(call, step);
    if (next.kind !== "next") return next;
  }
  return { kind: "next" };
}

/** A rejected call is never answered, and one that rings through may be answered by the other side only. */
function answers(step: Step): boolean {
  if (step.verb === "reject") return false;
  if (step.verb === "hangUp") return step.reason === undefined;
  return step.verb !== "dial" || !step.answerOnBridge;
}

async function performStep(call: LiveCall, step: Step): Promise<Next> {
  switch (step.verb) {
    case "say":
    case "play":
    case "pause":
      return nextAfter(await hearPrompt(call, step, "announcement")) ?? { kind: "next" };
    case "gather":
      return performGather(call, step);
    case "record":
      return performRecord(call, step);
    case "dial":
      return performDial(call, step);
    case "enqueue":
      return performEnqueue(call, step);
    case "relay":
      return performRelay(call, step);
    case "stream":
      return performStream(call, step);
    case "pay":
      return performPay(call, step);
    case "redirect":
      return { kind: "fetch", target: step.target, event: { kind: "redirect" } };
    case "hangUp":
      return endedBy("product", step.reason ?? "hung up");
    case "reject":
      return endedBy("product", step.reason);
    case "leave":
      return { kind: "leave" };
    case "startRecording":
      return startRecording(call, step);
    case "stopRecording":
      return stopRecordings(call);
    case "stopStream":
      return stopStream(call, step.name);
  }
}

async function startRecording(
  call: LiveCall,
  step: Extract<Step, { verb: "startRecording" }>,
): Promise<Next> {
  const { callback, callbackEvents, dualChannel } = step;
  const source = "StartCallRecordingAPI";
  await beginRecording(call, { isDual: dualChannel, source, format: "wav", callback, callbackEvents });
  return { kind: "next" };
}

async function stopRecordings(call: LiveCall): Promise<Next> {
  for (const running of [...call.recordings]) finishRecording(call, running);
  return { kind: "next" };
}
