import { type CallEvent, callDate, type LiveCall, talkedSeconds } from "../../voice/call";
import type { Fields } from "../../webhooks/sign-request";
import type { Recording } from "../../world/records";
import { rfc2822 } from "../api/dates";
import { dialFields, queueFields, relayFields, roomFields } from "./party-fields";
import { standingFields } from "./standing-fields";

/** The form fields of a request about a call, as Twilio names them. */
export function fieldsOf(call: LiveCall, event: CallEvent): Fields {
  switch (event.kind) {
    case "recording":
      return recordingStatusFields(call, event);
    case "transcription":
      return [...standingFields(call), ...transcriptionFields(call, event)];
    case "conference":
      return roomFields(call, event);
    case "pay":
      return "AccountSid" in event.fields
        ? entries(event.fields)
        : [...standingFields(call), ...entries(event.fields)];
    case "stream-status":
      return streamFields(call, event);
    default:
      return [...standingFields(call), ...ownFields(call, event)];
  }
}

function ownFields(call: LiveCall, event: CallEvent): Fields {
  switch (event.kind) {
    case "life":
      return lifeFields(call, event);
    case "fallback":
      return [
        ["ErrorCode", event.code],
        ["ErrorUrl", event.url],
      ];
    case "gather":
      return gatherFields(event);
    case "partial":
      return partialFields(event);
    case "record":
      return [
        ["RecordingUrl", recordingUrl(call, event.recording)],
        ["RecordingSid", event.recording.sid],
        ["RecordingDuration", String(event.recording.durationSeconds)],
        ["Digits", event.end === "hangUp" ? "hangup" : event.key],
      ];
    case "dial":
      return dialFields(call, event.outcome);
    case "queue-wait":
    case "queue":
    case "queue-whisper":
      return queueFields(event);
    case "relay":
      return relayFields(event);
    case "machine":
      return [
        ["AnsweredBy", event.answeredBy],
        ["MachineDetectionDuration", String(Math.round(event.seconds * 1000))],
      ];
    default:
      return [];
  }
}

function gatherFields({
  digits,
  speech,
  finishedBy,
  language,
}: Extract<CallEvent, { kind: "gather" }>): Fields {
  if (speech)
    return [
      ["SpeechResult", speech],
      ["Confidence", "0.9128"],
      ["Language", language],
    ];
  if (!digits) return [["msg", "Gather End"]];
  return [
    ["msg", "Gather End"],
    ["Digits", digits],
    ["FinishedOnKey", finishedBy],
  ];
}

function partialFields({ text, sequence, isStable }: Extract<CallEvent, { kind: "partial" }>): Fields {
  return [
    ["SequenceNumber", String(sequence)],
    ["UnstableSpeechResult", isStable ? "" : text],
    ["StableSpeechResult", isStable ? text : ""],
    ["Stability", isStable ? "0.9" : "0.1"],
  ];
}

/** A number's own status callback comes once, at the end, without the marks of progress events. */
function lifeFields(call: LiveCall, { moment, sequence }: Extract<CallEvent, { kind: "life" }>): Fields {
  const seconds = talkedSeconds(call);
  const ending: Fields =
    moment === "ended"
      ? [
          ["CallDuration", String(seconds)],
          ["Duration", String(Math.ceil(seconds / 60))],
        ]
      : [];
  return [
    ...ending,
    ["Timestamp", rfc2822(callDate(call))],
    ["CallbackSource", "call-progress-events"],
    ["SequenceNumber", String(sequence)],
  ];
}

function recordingUrl({ voice }: LiveCall, { accountSid, sid }: Recording): string {
  return `${voice.world.ownUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
}

function recordingStatusFields(
  call: LiveCall,
  { recording, state }: Extract<CallEvent, { kind: "recording" }>,
): Fields {
  const ending: Fields =
    state === "completed" ? [["RecordingDuration", String(recording.durationSeconds)]] : [];
  return [
    ["AccountSid", recording.accountSid],
    ["CallSid", recording.callSid],
    ["RecordingSid", recording.sid],
    ["RecordingUrl", recordingUrl(call, recording)],
    ["RecordingStatus", state],
    ...ending,
    ["RecordingChannels", String(recording.channels)],
    ["RecordingStartTime", rfc2822(recording.startedAt)],
    ["RecordingSource", recording.source],
    ["RecordingTrack", "both"],
    ["ErrorCode", "0"],
  ];
}

function transcriptionFields(
  call: LiveCall,
  { recording, sid, text }: Extract<CallEvent, { kind: "transcription" }>,
): Fields {
  const url = `${call.voice.world.ownUrl}/2010-04-01/Accounts/${recording.accountSid}/Transcriptions/${sid}`;
  return [
    ["TranscriptionSid", sid],
    ["TranscriptionText", text],
    ["TranscriptionStatus", text ? "completed" : "failed"],
    ["TranscriptionType", "fast"],
    ["TranscriptionUrl", url],
    ["RecordingSid", recording.sid],
    ["RecordingUrl", recordingUrl(call, recording)],
  ];
}

function streamFields(call: LiveCall, event: Extract<CallEvent, { kind: "stream-status" }>): Fields {
  const { sid, accountSid } = call.record;
  return [
    ["AccountSid", accountSid],
    ["CallSid", sid],
    ["StreamSid", event.streamId],
    ["StreamName", event.name],
    ["StreamEvent", `stream-${event.state}`],
    ["Timestamp", call.voice.world.clock.now().toISOString()],
  ];
}

function entries(fields: Record<string, string>): Fields {
  return Object.entries(fields);
}
