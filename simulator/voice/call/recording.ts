import type { Recording } from "../../world/records";
import { speakingSeconds } from "./hear";
import { callDate, type LiveCall, type RunningRecording } from "./live-call";
import { notify } from "./request";
import { makeWave, type Voiced } from "./wave";

/** Keeps a forgotten call from filling the memory. */
const LONGEST_SECONDS = 900;

type Wanted = Pick<RunningRecording, "isDual" | "source" | "format" | "callback" | "callbackEvents">;

/** Begins to record; the product hears of it at once if it asked to. */
export async function beginRecording(call: LiveCall, wanted: Wanted): Promise<RunningRecording> {
  const { voice, carrier, record } = call;
  const sid = carrier.newRecordingId(voice.world);
  const now = callDate(call);
  const recording: Recording = {
    carrier: carrier.name,
    sid,
    accountSid: record.accountSid,
    callSid: record.sid,
    conferenceSid: null,
    status: "in-progress",
    channels: wanted.isDual ? 2 : 1,
    source: wanted.source,
    durationSeconds: 0,
    data: Buffer.alloc(0),
    createdAt: now,
    updatedAt: now,
    startedAt: now,
  };
  voice.world.store.recordings.set(sid, recording);
  voice.world.ledger.write("recording.started", { carrier: carrier.name, sid, callSid: record.sid });
  const running = { ...wanted, sid, since: call.seconds };
  call.recordings.push(running);
  if (wanted.callbackEvents.includes("in-progress")) await report(call, running, recording, "in-progress");
  return running;
}

/** Ends a recording: its sound is there from now on; its callback comes after the call, as with the carriers. */
export function finishRecording(call: LiveCall, running: RunningRecording): Recording | null {
  call.recordings = call.recordings.filter((other) => other !== running);
  const recording = call.voice.world.store.recordings.get(running.sid);
  if (!recording) return null;
  const seconds = Math.min(LONGEST_SECONDS, Math.max(0, call.seconds - running.since));
  recording.durationSeconds = Math.round(seconds);
  recording.status = "completed";
  recording.updatedAt = callDate(call);
  recording.data = makeWave(seconds, voicedSince(call, running.since), running.isDual ? 2 : 1);
  call.voice.world.ledger.write("recording.completed", {
    carrier: recording.carrier,
    sid: recording.sid,
    callSid: recording.callSid,
    seconds: recording.durationSeconds,
  });
  if (running.callbackEvents.includes("completed")) {
    call.afterwards.push(() => report(call, running, recording, "completed"));
  }
  return recording;
}

async function report(
  call: LiveCall,
  { callback, format }: RunningRecording,
  recording: Recording,
  state: "in-progress" | "completed",
): Promise<void> {
  await notify(call, callback, { kind: "recording", recording, format, state });
}

function voicedSince({ report: { heard, did } }: LiveCall, since: number): Voiced[] {
  const product = heard.map((sound): Voiced => {
    const from = sound.at - since;
    return { from, to: from + (sound.cutAfter ?? sound.seconds), who: "product" };
  });
  const caller = did.map((done): Voiced => {
    const seconds = "say" in done ? speakingSeconds(done.say) : 0;
    return { from: done.at - since, to: done.at - since + seconds, who: "caller" };
  });
  return [...product, ...caller].filter(({ to }) => to > 0);
}
