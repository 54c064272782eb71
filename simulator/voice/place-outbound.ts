import type { Call } from "../world/records";
import {
  createLiveCall,
  endedBy,
  enter,
  type LiveCall,
  notify,
  pass,
  tell,
  tellDesk,
  type Voice,
} from "./call";
import { type Behaviour, behaviourOf, realLine, scriptedLine } from "./line";
import { defaultOptions } from "./options";
import { endCall, runToEnd } from "./run-to-end";
import { sleepIn } from "./sleep";

/** The REST answer reaches the product before the first callback does. */
const HEAD_START_MS = 30;

/** Dials a call that was created over REST; how the called person behaves stands in the table. */
export function placeOutbound(voice: Voice, record: Call): void {
  const behaviour = behaviourOf(record.to, [voice.behaviours]);
  const call =
    behaviour.outcome === "handset" ? onHandset(voice, record) : onScript(voice, record, behaviour);
  voice.world.schedule(HEAD_START_MS, () => void call());
}

type Scripted = Exclude<Behaviour, { outcome: "handset" }>;

function onScript(voice: Voice, record: Call, behaviour: Scripted): () => Promise<void> {
  const isAnswered = behaviour.outcome === "answer";
  const line = scriptedLine(isAnswered ? behaviour.script : [], {
    speed: defaultOptions.speed,
    patience: isAnswered ? behaviour.talk : Number.POSITIVE_INFINITY,
    sleep: sleepIn(voice.world),
  });
  const call = createLiveCall(voice, record, line, defaultOptions);
  return () => dial(call, behaviour);
}

async function dial(call: LiveCall, behaviour: Scripted): Promise<void> {
  await enter(call, "initiated", "initiated");
  if (behaviour.outcome === "failed") return endCall(call, endedBy("carrier", "failed"));
  await enter(call, "ringing", "ringing");
  if (await isStoppedWhileRinging(call, behaviour)) return endCall(call, endedBy("product", "canceled"));
  if (behaviour.outcome !== "answer") return notAnswered(call, behaviour.outcome);
  if (behaviour.after > ringLimit(call)) return notAnswered(call, "no-answer");
  await enter(call, "in-progress", "answered");
  await detectMachine(call, behaviour.isMachine);
  if (behaviour.isMachine && call.record.request.machine_detection?.[0] === "hangup") {
    return endCall(call, endedBy("carrier", "machine detected"));
  }
  await follow(call);
}

/** Rings at the handset page until somebody picks up. */
function onHandset(voice: Voice, record: Call): () => Promise<void> {
  const line = realLine(voice.world);
  const call = createLiveCall(voice, record, line, { ...defaultOptions, isInteractive: true });
  return async () => {
    await enter(call, "initiated", "initiated");
    await enter(call, "ringing", "ringing");
    tellDesk(call, record.to);
    const limit = sleepIn(voice.world)(ringLimit(call) * 1000).then(() => null);
    const isPicked = await Promise.race([line.picked, limit, call.control.arrived]);
    if (isPicked === undefined) return endCall(call, endedBy("product", "canceled"));
    if (!isPicked) return notAnswered(call, isPicked === null ? "no-answer" : "busy");
    await enter(call, "in-progress", "answered");
    await detectMachine(call, false);
    await follow(call);
  };
}

async function follow(call: LiveCall): Promise<void> {
  const { answer } = call.routing;
  if (!answer) return endCall(call, endedBy("carrier", "no instructions"));
  await runToEnd(call, "document" in answer ? answer : { target: answer, event: { kind: "answer" } });
}

async function isStoppedWhileRinging(call: LiveCall, { after }: Scripted): Promise<boolean> {
  call.isLive = true;
  const interruption = await pass(call, Math.min(after, ringLimit(call)), "announcement");
  call.isLive = false;
  return interruption !== null;
}

function ringLimit({ record }: LiveCall): number {
  return Number(record.request.Timeout?.[0] ?? record.request.hangup_on_ring?.[0] ?? 60);
}

async function notAnswered(call: LiveCall, status: "busy" | "no-answer"): Promise<void> {
  call.end = endedBy("carrier", status);
  await enter(call, status, "ended");
  await Promise.all(call.outstanding);
  tell(call, { type: "over", by: "carrier", status, seconds: 0 });
}

/** Twilio's `MachineDetection`: in the answer request, or in a request of its own with `AsyncAmd`. */
async function detectMachine(call: LiveCall, isMachine: boolean): Promise<void> {
  const { MachineDetection: wanted, AsyncAmd: async, AsyncAmdStatusCallback: url } = call.record.request;
  if (!wanted?.[0]) return;
  const machine = wanted[0] === "DetectMessageEnd" ? "machine_end_beep" : "machine_start";
  const answeredBy = isMachine ? machine : "human";
  call.record.answeredBy = answeredBy;
  if (async?.[0] !== "true" || !url?.[0]) return;
  await notify(call, { url: url[0], method: "POST" }, { kind: "machine", answeredBy, seconds: 3 });
}
