import type {
  CallDialed,
  CallMachine,
  CallQueued,
  CallRecorded,
  CallSessionEnded,
  CallTranscribed,
} from "../../ports/webhooks";
import type { FieldReader } from "../facts/field-names";
import { readNumber } from "./read-values";

const dialStatuses: Readonly<Record<string, CallDialed["status"]>> = {
  completed: "completed",
  busy: "busy",
  failed: "failed",
  cancel: "canceled",
  timeout: "no-answer",
  "no-answer": "no-answer",
};

/** The end of a `<Dial>`; null when it is only on its way (DialAction answer, connected, digits). */
export function readDialed(field: FieldReader, callSid: string): CallDialed | null {
  const status = dialStatuses[field("dialStatus", 40).toLowerCase()];
  if (!status) return null;
  return {
    event: "dialed",
    callSid,
    legSid: field("dialLeg", 128),
    status,
    isBridged: status === "completed",
  };
}

/**
 * A recording. Vobiz reports its start too (`Event=Record`, no length): that is "in-progress". Of the URL only the
 * file's own id is taken.
 */
export function readRecorded(field: FieldReader, callSid: string): CallRecorded | null {
  const fromUrl = /\/Recording\/([A-Za-z0-9_-]{8,64})\.[a-z0-9]+$/.exec(field("recordingUrl"))?.[1] ?? "";
  const recordingId = field("recordingId", 80) || fromUrl;
  if (!/^[A-Za-z0-9_-]{8,64}$/.test(recordingId)) return null;
  const milliseconds = readNumber(field("recordingMilliseconds", 30)) ?? 0;
  const seconds = Math.round(readNumber(field("recordingSeconds", 30)) ?? milliseconds / 1_000);
  const isStart = field("event", 60).toLowerCase() === "record" && seconds <= 0;
  const isHungUp = field("recordingEnd", 60).toLowerCase() === "hungup";
  return {
    event: "recorded",
    callSid,
    recordingId,
    status: isStart ? "in-progress" : "completed",
    seconds: Math.max(0, seconds),
    endedWith: isHungUp ? "hangup" : field("digits", 20),
    accountId: field("parentAccount", 80),
  };
}

/** A transcript; its field is not documented, so the likely names are tried. Without text it failed. */
export function readTranscribed(field: FieldReader, callSid: string): CallTranscribed {
  const text = field("transcript", 20_000);
  return { event: "transcribed", callSid, recordingId: field("recordingId", 80), ok: text !== "", text };
}

/** A waiting room: entering has no result, leaving has one. */
export function readQueued(field: FieldReader, callSid: string): CallQueued {
  const action = field("conferenceAction", 40).toLowerCase();
  const result = action === "enter" || action === "start" ? "" : action || "leave";
  return { event: "queued", callSid, queue: field("conferenceName", 128), result };
}

/** A stream that ended; Vobiz says no more than that. */
export function readSessionEnded(callSid: string): CallSessionEnded {
  return { event: "session_ended", callSid, status: "completed", handoff: "", errorCode: "" };
}

/** Who answered; Vobiz tells machines from people and knows no fax. */
export function readMachine(field: FieldReader, callSid: string): CallMachine | null {
  const word = field("isMachine", 10).toLowerCase();
  if (word !== "true" && word !== "false") return null;
  return { event: "machine", callSid, answeredBy: word === "true" ? "machine" : "human" };
}
