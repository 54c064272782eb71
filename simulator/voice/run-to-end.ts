import { isOver } from "../world/new-call";
import type { CallStatus } from "../world/records";
import {
  announceMoment,
  type End,
  endedBy,
  endQuiet,
  enter,
  finishRecording,
  type LiveCall,
  tell,
} from "./call";
import { runCall, type Source } from "./verbs";

/** Runs a call until somebody ends it; afterwards every callback has been sent. Never throws. */
export async function runToEnd(call: LiveCall, source: Source | null): Promise<void> {
  try {
    const next = await runCall(call, source);
    await endCall(call, next.kind === "end" ? next : endedBy("product", "instructions ran out"));
  } catch (error) {
    console.error("simulator: a call broke", error);
    await endCall(call, endedBy("carrier", "the simulator broke"));
  }
}

/** Ends a call: recordings close, the status callback goes out, then what the carrier does at leisure. */
export async function endCall(call: LiveCall, end: End): Promise<void> {
  call.end ??= end;
  endQuiet(call);
  for (const stop of [...call.streams.values()]) await stop();
  for (const running of [...call.recordings]) finishRecording(call, running);
  if (isOver(call.record)) await announceMoment(call, "ended");
  else await enter(call, finalStatus(call, call.end), "ended");
  for (const work of call.afterwards.splice(0)) await work();
  await Promise.all([...call.voice.calls.values()].filter(isOf(call)).flatMap((leg) => [...leg.outstanding]));
  const { status } = call.record;
  tell(call, { type: "over", by: call.end.by, status, seconds: Math.round(call.seconds) });
}

/** The call itself and the legs it dialled. */
function isOf(call: LiveCall): (leg: LiveCall) => boolean {
  return (leg) => leg === call || leg.record.parentSid === call.record.sid;
}

/** A call that was answered is completed; the others tell why they never were. */
function finalStatus(call: LiveCall, { by, why }: End): CallStatus {
  if (call.answeredAt !== null) return "completed";
  if (why === "busy") return "busy";
  return by === "carrier" ? "failed" : "no-answer";
}
