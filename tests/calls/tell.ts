import { env } from "@/lib/env";
import { deliver, platformAccount } from "@/lib/webhooks/testing";
import type { Simulator } from "@/simulator";
import { newNonce, signVobiz } from "@/simulator/vobiz/voice/sign-vobiz";
import type { Carrier, Line } from "./open-line";

/** A call of which a test tells itself; its recording lies at the carrier. */
export type TestCall = {
  line: Line;
  callId: string;
  recordingId: string;
  /** The query under which the caller's second words are to be told, as the last answer said. */
  asksAt: string;
};

/** What is told of a call: questions of the carrier, states, and what came of other verbs. */
export type Told =
  | "answer"
  | "first"
  | "second"
  | "wait"
  | "ringing"
  | "in-progress"
  | "completed"
  | "recording"
  | "recorded"
  | "dialed"
  | "session";

/** What the caller says in the two turns. */
export const words = { first: "where are you?", second: "no thanks, goodbye" };

type Asked = { route: string; fields: Record<string, string> };

const wording: Record<Carrier, (told: Told, call: TestCall) => Asked> = {
  twilio: sayAsTwilio,
  vobiz: sayAsVobiz,
};
const answered = { route: "answer", fields: { CallStatus: "ringing", Direction: "inbound" } };

function sayAsTwilio(told: Told, { recordingId, asksAt }: TestCall): Asked {
  const file = { RecordingSid: recordingId, RecordingStatus: "completed", RecordingDuration: "9" };
  const ended = { CallStatus: "completed", CallDuration: "12" };
  const asked: Record<Told, Asked> = {
    answer: answered,
    first: { route: "gather?turn=1", fields: { SpeechResult: words.first } },
    second: { route: `gather?${asksAt}`, fields: { SpeechResult: words.second } },
    wait: { route: `gather?${asksAt}`, fields: {} },
    ringing: { route: "status", fields: { CallStatus: "ringing" } },
    "in-progress": { route: "status", fields: { CallStatus: "in-progress" } },
    completed: { route: "status", fields: ended },
    recording: { route: "recording-status?of=call", fields: file },
    recorded: { route: "recorded?turn=1", fields: file },
    dialed: { route: "dialed?turn=1", fields: { DialCallStatus: "no-answer" } },
    session: { route: "session?turn=1", fields: { SessionStatus: "ended", SessionId: "VX1" } },
  };
  return asked[told];
}

function sayAsVobiz(told: Told, { recordingId, asksAt }: TestCall): Asked {
  const file = { RecordingID: recordingId, Event: "RecordStop", RecordingDuration: "9" };
  const ended = { CallStatus: "completed", Duration: "12", HangupCause: "NORMAL_CLEARING" };
  const asked: Record<Told, Asked> = {
    answer: answered,
    first: { route: "input?turn=1", fields: { Speech: words.first } },
    second: { route: `input?${asksAt}`, fields: { Speech: words.second } },
    wait: { route: `input?${asksAt}`, fields: {} },
    ringing: { route: "hangup", fields: { CallStatus: "ringing" } },
    "in-progress": { route: "hangup", fields: { CallStatus: "in-progress" } },
    completed: { route: "hangup", fields: ended },
    recording: { route: "recording-status?of=call", fields: file },
    recorded: { route: "recorded?turn=1", fields: file },
    dialed: { route: "dialed?turn=1", fields: { DialStatus: "no-answer" } },
    session: { route: "session?turn=1", fields: {} },
  };
  return asked[told];
}

/** Tells the product something of a call, signed as its carrier signs; `more` replaces fields. */
export function tellOf({ world }: Simulator) {
  return (call: TestCall, told: Told, more: Record<string, string> = {}): Promise<Response> => {
    const { line, callId } = call;
    const { route, fields } = wording[line.carrier](told, call);
    const path = `/api/${line.carrier}/${line.slug}/${route}`;
    const all = { From: line.caller, To: line.number, ...fields, ...more };
    if (line.carrier === "twilio")
      return deliver({ path, fields: { CallSid: callId, AccountSid: platformAccount.accountSid, ...all } });
    const token = "fedcba9876543210fedcba9876543210";
    const headers = signVobiz(token, env.publicUrl + path, newNonce(world.random));
    return deliver({ path, token: null, headers, fields: { CallUUID: callId, ...all } });
  };
}

let calls = 0;

/** A call that nothing has been told of yet. */
export function newTestCall({ world }: Simulator, line: Line): TestCall {
  calls += 1;
  const { carrier } = line;
  const mark = String(calls).padStart(8, "0");
  const [callId, recordingId] =
    carrier === "twilio"
      ? [`CA${"0".repeat(24)}${mark}`, `RE${"0".repeat(24)}${mark}`]
      : [`0a1b2c3d-0000-4000-8000-0000${mark}`, `1a1b2c3d-0000-4000-8000-0000${mark}`];
  const now = new Date();
  const number = [...world.store.numbers.values()].find((one) => one.phoneNumber === line.number);
  world.store.recordings.set(recordingId, {
    ...{ carrier, sid: recordingId, accountSid: number?.accountSid ?? "", callSid: callId },
    ...{ conferenceSid: null, status: "completed", channels: 2, source: "StartCallRecordingAPI" },
    ...{ durationSeconds: 9, data: Buffer.from("RIFF----WAVEfmt ") },
    ...{ createdAt: now, updatedAt: now, startedAt: now },
  });
  return { line, callId, recordingId, asksAt: "" };
}
