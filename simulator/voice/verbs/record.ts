import type { RecordStep } from "../../instructions";
import {
  beginRecording,
  type CallEvent,
  endQuiet,
  finishRecording,
  hear,
  type Interruption,
  type LiveCall,
  type Next,
  notify,
  pass,
  speakingSeconds,
  tell,
} from "../call";
import { nextAfter } from "./interruption";

type Ending = "silence" | "limit" | "key" | "hangUp";
type Take = { end: Ending; key: string; said: string[]; stopped: Next | null };

/** Records a message and asks the action; or begins to record the whole call. */
export async function performRecord(call: LiveCall, step: RecordStep): Promise<Next> {
  const wanted = {
    isDual: false,
    format: step.format,
    callback: step.callback,
    callbackEvents: step.callbackEvents,
  };
  if (step.session) {
    await beginRecording(call, { ...wanted, source: "StartCallRecordingAPI" });
    return { kind: "next" };
  }
  const beeped = step.beep ? nextAfter(await hear(call, { tone: "beep", seconds: 1 }, "announcement")) : null;
  if (beeped) return beeped;
  const running = await beginRecording(call, { ...wanted, source: "RecordVerb" });
  const take = await listen(call, step);
  const recording = finishRecording(call, running);
  if (!recording) return { kind: "next" };
  if (take.stopped?.kind === "changed") return take.stopped;
  scheduleTranscription(call, step, recording, take.said);
  const event: CallEvent = { kind: "record", recording, format: step.format, end: take.end, key: take.key };
  return askAction(call, step, event, take.stopped);
}

async function listen(call: LiveCall, step: RecordStep): Promise<Take> {
  endQuiet(call);
  tell(call, { type: "listening", keys: true, speech: true, seconds: step.maxLength, numDigits: null });
  const take: Take = { end: "silence", key: "", said: [], stopped: null };
  const until = call.seconds + step.maxLength;
  while (call.seconds < until) {
    const patience = Math.min(step.silence || step.maxLength, until - call.seconds);
    const heard = await pass(call, patience, take.said.length > 0 ? "recording" : "listening");
    if (!heard) return { ...take, end: call.seconds >= until ? "limit" : "silence" };
    const stopped = nextAfter(heard);
    if (stopped) return { ...take, end: "hangUp", key: "hangup", stopped };
    const key = keyIn(heard, step.finishOnKey);
    if (key) return { ...take, end: "key", key };
    hearMessage(call, heard, take.said);
  }
  return { ...take, end: "limit" };
}

function keyIn(heard: Interruption, finishOnKey: string): string | undefined {
  if ("changed" in heard || !("press" in heard.did)) return undefined;
  return [...heard.did.press].find((key) => finishOnKey.includes(key));
}

function hearMessage(call: LiveCall, heard: Interruption, said: string[]): void {
  if ("changed" in heard || !("say" in heard.did)) return;
  said.push(heard.did.say);
  if (!call.options.isInteractive) call.seconds += speakingSeconds(heard.did.say);
}

/** Twilio transcribes messages of 2 to 120 seconds. */
function scheduleTranscription(
  call: LiveCall,
  { transcribe }: RecordStep,
  recording: Extract<CallEvent, { kind: "record" }>["recording"],
  said: string[],
): void {
  const url = transcribe?.url;
  const isOfLength = recording.durationSeconds >= 2 && recording.durationSeconds <= 120;
  if (!url || !isOfLength) return;
  const sid = `TR${recording.sid.slice(2)}`;
  const event: CallEvent = { kind: "transcription", recording, sid, text: said.join(" ") };
  call.afterwards.push(() => notify(call, { url, method: "POST" }, event));
}

/** A caller who hung up still has the action asked; its answer has nobody to hear it. */
async function askAction(
  call: LiveCall,
  step: RecordStep,
  event: CallEvent,
  stopped: Next | null,
): Promise<Next> {
  const target = step.action ?? call.document;
  if (!stopped && step.followsAction) return { kind: "fetch", target, event };
  await notify(call, target, event);
  return stopped ?? { kind: "next" };
}
