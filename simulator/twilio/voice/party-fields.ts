import { type CallEvent, callDate, type DialOutcome, type LiveCall } from "../../voice/call";
import type { Fields } from "../../webhooks/sign-request";
import { rfc2822 } from "../api/dates";

/** A conference has no leg of its own, so its dial says `answered` and names none. */
export function dialFields(
  call: LiveCall,
  { status, childSid, seconds, isBridged, recording }: DialOutcome,
): Fields {
  const leg: Fields = childSid
    ? [
        ["DialCallSid", childSid],
        ["DialCallDuration", String(seconds)],
      ]
    : [];
  const url = `${call.voice.world.ownUrl}/2010-04-01/Accounts/${call.record.accountSid}/Recordings`;
  return [
    ["DialCallStatus", childSid || status !== "completed" ? status : "answered"],
    ...leg,
    ["DialBridged", String(isBridged)],
    ...(recording ? [["RecordingUrl", `${url}/${recording.sid}`] as [string, string]] : []),
  ];
}

type QueueEvent = Extract<CallEvent, { kind: "queue-wait" | "queue" | "queue-whisper" }>;

export function queueFields(event: QueueEvent): Fields {
  if (event.kind === "queue-whisper") {
    return [
      ["QueueSid", event.queueSid],
      ["QueueTime", String(event.seconds)],
      ["DequeingCallSid", event.dequeuingSid],
    ];
  }
  if (event.kind === "queue") {
    const isEntered = event.result !== "queue-full";
    const waited: Fields = [
      ["QueueSid", event.queueSid],
      ["QueueTime", String(event.seconds)],
    ];
    return [["QueueResult", event.result], ...(isEntered ? waited : [])];
  }
  const { queueSid, position, seconds, averageSeconds, size, maxSize } = event.moment;
  return [
    ["QueueSid", queueSid],
    ["QueuePosition", String(position)],
    ["QueueTime", String(seconds)],
    ["AvgQueueTime", String(averageSeconds)],
    ["CurrentQueueSize", String(size)],
    ["MaxQueueSize", String(maxSize)],
  ];
}

export function relayFields(event: Extract<CallEvent, { kind: "relay" }>): Fields {
  const { sessionId, status, seconds, handoff, error } = event;
  return [
    ["SessionId", sessionId],
    ["SessionStatus", status],
    ["SessionDuration", String(seconds)],
    ...(handoff === null ? [] : ([["HandoffData", handoff]] as Fields)),
    ...(error
      ? ([
          ["ErrorCode", error[0]],
          ["ErrorMessage", error[1]],
        ] as Fields)
      : []),
  ];
}

/** Conference callbacks carry their own set; a leg's only when they are about a participant. */
export function roomFields(call: LiveCall, event: Extract<CallEvent, { kind: "conference" }>): Fields {
  const { ConferenceCurrentSize: _size, ...extra } = event.extra;
  const leg: Fields = event.change.startsWith("participant-") ? [["CallSid", call.record.sid]] : [];
  return [
    ["ConferenceSid", event.roomSid],
    ["FriendlyName", event.name],
    ["AccountSid", call.record.accountSid],
    ["StatusCallbackEvent", event.change],
    ["Timestamp", rfc2822(callDate(call))],
    ...leg,
    ...Object.entries(extra),
  ];
}
