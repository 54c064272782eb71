import { type Fields, first, readForm } from "../../ports/fields";
import type { WebhookRequest } from "../../ports/webhook-request";

/**
 * Every spelling of a field, in the order they are believed: Vobiz's documentation, then the seeds' guide, then what
 * neighbours of Vobiz send (contract §1.2). Compared without regard to case.
 */
const spellings = {
  callId: ["CallUUID", "call_id", "uuid", "call_uuid", "RequestUUID", "request_uuid"],
  from: ["From", "cli", "caller_id_number"],
  to: ["To", "did", "destination_number"],
  callerName: ["CallerName"],
  forwardedFrom: ["ForwardedFrom"],
  direction: ["Direction", "call_direction"],
  status: ["CallStatus", "call_status"],
  event: ["Event"],
  speech: ["Speech", "speech_result", "SpeechResult"],
  confidence: ["SpeechConfidenceScore", "Confidence"],
  stableSpeech: ["StableSpeech"],
  unstableSpeech: ["UnstableSpeech"],
  sequence: ["SequenceNumber"],
  digits: ["Digits"],
  seconds: ["Duration", "call_duration", "CallDuration"],
  billedSeconds: ["BillDuration", "Billsec", "bill_duration"],
  answeredAt: ["AnswerTime"],
  endedAt: ["EndTime"],
  cause: ["HangupCause", "hangup_cause"],
  causeCode: ["HangupCauseCode"],
  endedBy: ["HangupSource"],
  parentAccount: ["ParentAuthID", "parent_auth_id"],
  attestation: ["STIRAttestation", "stir_attestation"],
  isMachine: ["Machine"],
  recordingUrl: ["RecordUrl", "RecordFile", "RecordingUrl", "recording_url"],
  recordingId: ["RecordingID", "recording_id"],
  recordingSeconds: ["RecordingDuration"],
  recordingMilliseconds: ["RecordingDurationMs"],
  recordingEnd: ["RecordingEndReason"],
  dialStatus: ["DialStatus"],
  dialLeg: ["DialBLegUUID", "DialALegUUID"],
  conferenceAction: ["ConferenceAction"],
  conferenceName: ["ConferenceName"],
  transcript: ["transcription", "transcription_text", "TranscriptionText"],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof spellings;

/** Looks fields up by what they mean; "" when none of the spellings came. */
export type FieldReader = (name: FieldName, limit?: number) => string;

/** Reads a webhook in any of its forms: form body, JSON body, or the query of a GET or of a POST without a body. */
export function fieldReader(request: WebhookRequest): FieldReader {
  const queryStart = request.target.indexOf("?");
  const query = queryStart < 0 ? "" : request.target.slice(queryStart + 1);
  const sources = [
    lowerCased(request.fields),
    ...(request.method === "GET" ? [] : [lowerCased(readForm(query))]),
  ];
  return (name, limit) => {
    for (const source of sources) {
      for (const spelling of spellings[name]) {
        const value = first(source, spelling.toLowerCase(), limit).trim();
        if (value !== "") return value;
      }
    }
    return "";
  };
}

function lowerCased(fields: Fields): Fields {
  const lower = new Map<string, readonly string[]>();
  for (const [name, values] of fields) {
    const key = name.toLowerCase();
    lower.set(key, [...(lower.get(key) ?? []), ...values]);
  }
  return lower;
}
