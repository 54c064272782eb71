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

/** How long it takes here to recognise a machine; at the carriers it is some seconds. */
const DETECTION_MS = 150;

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
  const speed = isAnswered && behaviour.isMachine ? 1 : defaultOptions.speed;
  const line = scriptedLine(isAnswered ? behaviour.script : [], {
    speed,
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

/**
 * Finds out who answered. Twilio says it in the answer request, or with `AsyncAmd` in a request of its own; Vobiz in one of
 * its own if it was given a URL. What comes in a request of its own comes while the call goes on.
 */
async function detectMachine(call: LiveCall, isMachine: boolean): Promise<void> {
  const wanted = detectionOf(call);
  if (!wanted) return;
  const answeredBy = isMachine ? wanted.word : "human";
  call.record.answeredBy = answeredBy;
  if (!wanted.url) return;
  const target = { url: wanted.url, method: "POST" as const };
  const telling = sleepIn(call.voice.world)(isMachine ? DETECTION_MS : 0).then(() =>
    notify(call, target, { kind: "machine", answeredBy, seconds: 3 }),
  );
  call.outstanding.add(telling);
  if (!isMachine) return;
  // A machine says nothing that moves the call on, so its time passes for real until the product moves it.
  call.isLive = true;
  void call.control.arrived.then(() => {
    call.isLive = false;
  });
}

type Detection = { word: string; url: string | null };

function detectionOf({ record }: LiveCall): Detection | null {
  const one = (name: string) => record.request[name]?.[0] ?? "";
  if (record.carrier === "vobiz")
    return one("machine_detection") === ""
      ? null
      : { word: "machine_start", url: one("machine_detection_url") || null };
  if (one("MachineDetection") === "") return null;
  const word = one("MachineDetection") === "DetectMessageEnd" ? "machine_end_beep" : "machine_start";
  return { word, url: one("AsyncAmd") === "true" ? one("AsyncAmdStatusCallback") || null : null };
}
