import type { CallEvent, LiveCall } from "../../voice/call";
import type { Fields } from "../../webhooks/sign-request";
import { hangupFields } from "./hangup-fields";
import { standingFields } from "./standing-fields";

const seedNames: Record<string, string> = {
  CallUUID: "call_id",
  From: "from",
  To: "to",
  Speech: "speech_result",
  Duration: "duration",
};

/** The form fields of a request about a call, as Vobiz's documentation names them, or as the seeds do. */
export function vobizFields(call: LiveCall, event: CallEvent): Fields {
  const fields = documentedFields(call, event);
  return call.options.isSeedSpelling
    ? fields.map(([name, value]) => [seedNames[name] ?? name, value])
    : fields;
}

function documentedFields(call: LiveCall, event: CallEvent): Fields {
  return event.kind === "stream-status"
    ? streamFields(call, event)
    : [...standingFields(call), ...ownFields(call, event)];
}

function ownFields(call: LiveCall, event: CallEvent): Fields {
  switch (event.kind) {
    case "answer":
      return call.record.direction === "inbound" ? [] : [["Event", "StartApp"]];
    case "redirect":
      return [["Event", "Redirect"]];
    case "transfer":
      return [["Event", "Transfer"]];
    case "life":
      return event.moment === "ringing" ? [["Event", "Ring"]] : hangupFields(call);
    case "gather":
      return gatherFields(event);
    case "partial":
      return partialFields(event);
    case "record":
      return recordFields(call, event);
    case "recording":
      return recordingFields(call, event);
    case "dial":
      return dialFields(call, event);
    case "dial-progress":
      return progressFields(event);
    case "conference":
      return roomFields(event);
    case "machine":
      return [
        ["Event", "MachineDetection"],
        ["Machine", String(event.answeredBy !== "human")],
      ];
    default:
      return [];
  }
}

/** The one of Digits and Speech that was not used is empty; after silence both are. */
function gatherFields({ digits, speech }: Extract<CallEvent, { kind: "gather" }>): Fields {
  return [
    ["InputType", speech ? "speech" : "dtmf"],
    ["Digits", digits],
    ["Speech", speech],
    ["SpeechConfidenceScore", speech ? "0.91" : ""],
    ["BilledAmount", speech ? "0.02" : "0"],
  ];
}

function partialFields({ text, sequence, isStable }: Extract<CallEvent, { kind: "partial" }>): Fields {
  return [
    ["StableSpeech", isStable ? text : ""],
    ["UnstableSpeech", isStable ? "" : text],
    ["Stability", isStable ? "0.9" : "0.1"],
    ["SequenceNumber", String(sequence)],
  ];
}

const endReasons = {
  silence: "RecordingTimeout",
  limit: "maxLength",
  key: "FinishedOnKey",
  hangUp: "HungUp",
} as const;

function recordFields(call: LiveCall, event: Extract<CallEvent, { kind: "record" }>): Fields {
  return [
    ["Digits", event.end === "key" ? event.key : ""],
    ...fileFields(call, event),
    ["RecordingEndReason", endReasons[event.end]],
  ];
}

function recordingFields(call: LiveCall, event: Extract<CallEvent, { kind: "recording" }>): Fields {
  const { recording, state } = event;
  const start = recording.startedAt.getTime();
  const length = recording.durationSeconds * 1000;
  return [
    ["Event", state === "completed" ? "RecordStop" : "Record"],
    ["ParentAuthID", recording.accountSid],
    ["Digits", ""],
    ...fileFields(call, event),
    ["RecordFile", urlOf(call, event)],
    ["RecordingStartMs", String(start)],
    ["RecordingEndMs", String(start + length)],
  ];
}

type OfFile = Extract<CallEvent, { kind: "record" | "recording" }>;

function fileFields(call: LiveCall, event: OfFile): Fields {
  const { recording } = event;
  return [
    ["RecordUrl", urlOf(call, event)],
    ["RecordingID", recording.sid],
    ["RecordingDuration", String(recording.durationSeconds)],
    ["RecordingDurationMs", String(recording.durationSeconds * 1000)],
  ];
}

function urlOf(call: LiveCall, { recording, format }: OfFile): string {
  return `${call.voice.world.ownUrl}/v1/Account/${recording.accountSid}/Recording/${recording.sid}.${format}`;
}

const dialStatuses = {
  completed: "completed",
  busy: "busy",
  failed: "failed",
  canceled: "cancel",
  "no-answer": "no-answer",
};

function dialFields({ record }: LiveCall, { outcome }: Extract<CallEvent, { kind: "dial" }>): Fields {
  const wasAnswered = outcome.isBridged;
  return [
    ["DialStatus", dialStatuses[outcome.status]],
    ["DialRingStatus", String(outcome.status !== "failed")],
    ["DialHangupCause", wasAnswered ? "NORMAL_CLEARING" : outcome.status.toUpperCase().replace("-", "_")],
    ["DialALegUUID", record.sid],
    ["DialBLegUUID", wasAnswered ? (outcome.childSid ?? "") : ""],
  ];
}

function progressFields({ action, childSid, digits }: Extract<CallEvent, { kind: "dial-progress" }>): Fields {
  return [
    ["Event", "DialEvent"],
    ["DialAction", action],
    ["DialBLegStatus", action],
    ["DialBLegUUID", childSid],
    ["DialDigitsMatch", digits],
  ];
}

const roomActions: Record<string, string> = {
  "participant-join": "enter",
  "participant-leave": "exit",
  "conference-start": "start",
  "conference-end": "end",
};

function roomFields({ change, name, roomSid, extra }: Extract<CallEvent, { kind: "conference" }>): Fields {
  return [
    ["ConferenceAction", roomActions[change] ?? change],
    ["ConferenceUUID", roomSid],
    ["ConferenceName", name],
    ["ConferenceCurrentSize", extra.ConferenceCurrentSize ?? ""],
  ];
}

const streamEvents = {
  started: "StartStream",
  stopped: "StopStream",
  error: "StopStream",
  played: "PlayedStream",
};

function streamFields({ record }: LiveCall, event: Extract<CallEvent, { kind: "stream-status" }>): Fields {
  return [
    ["Event", streamEvents[event.state]],
    ["StreamID", event.streamId],
    ["CallUUID", record.sid],
    ["Name", event.name],
    ["ServiceURL", event.url],
  ];
}
