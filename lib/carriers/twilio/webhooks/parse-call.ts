import { type Fields, first } from "../../ports/fields";
import { type CallStatus, callStatuses } from "../../ports/voice";
import type { WebhookRequest } from "../../ports/webhook-request";
import type {
  CallAnswered,
  CallDialed,
  CallEvent,
  CallInput,
  CallMachine,
  CallPaid,
  CallPaying,
  CallQueued,
  CallRecorded,
  CallSessionEnded,
  CallStatusUpdate,
  CallTranscribed,
  CallWebhookKind,
  Parsed,
} from "../../ports/webhooks";
import { readPlace } from "./parse-text";

const longestSpeech = 4_000;

/** Reads a voice webhook as `kind` (contract §1.1 to §1.14). Only the call's id is required; for a finished recording its own. */
export function parseTwilioCall(request: WebhookRequest, kind: CallWebhookKind): Parsed<CallEvent> {
  const { fields } = request;
  const callSid = first(fields, "CallSid", 64);
  if (!/^CA[0-9a-fA-F]{32}$/.test(callSid)) return { ok: false, reason: "not a call: CallSid" };
  const value = readers[kind](fields, callSid);
  return value ? { ok: true, value } : { ok: false, reason: `not a ${kind} event` };
}

const readers: Record<CallWebhookKind, (fields: Fields, callSid: string) => CallEvent | null> = {
  answered: readAnswered,
  input: readInput,
  status: readStatus,
  dialed: readDialed,
  recorded: readRecorded,
  transcribed: readTranscribed,
  queued: readQueued,
  session_ended: readSessionEnded,
  paid: readPaid,
  machine: readMachine,
  paying: readPaying,
};

function readAnswered(fields: Fields, callSid: string): CallAnswered {
  const from = readParty(fields, "From", "Caller");
  const parentSid = first(fields, "ParentCallSid", 64);
  const place = readPlace(fields, "From");
  const answeredBy = readAnsweredBy(first(fields, "AnsweredBy", 40));
  const failedWith = first(fields, "ErrorCode", 20);
  return {
    event: "answered",
    callSid,
    accountId: first(fields, "AccountSid", 64),
    direction: from.startsWith("client:") ? "softphone" : readDirection(first(fields, "Direction", 40)),
    status: readCallStatus(fields) ?? "ringing",
    from,
    to: readParty(fields, "To", "Called"),
    callerName: readCallerName(first(fields, "CallerName", 200)),
    forwardedFrom: first(fields, "ForwardedFrom", 255),
    attestation: /-([ABC])$/.exec(first(fields, "StirVerstat", 60))?.[1] ?? "",
    custom: readCustom(fields),
    ...(parentSid ? { parentSid } : {}),
    ...(place ? { place } : {}),
    ...(answeredBy ? { answeredBy } : {}),
    ...(failedWith ? { failedWith } : {}),
  };
}

// Twilio's own names begin with a capital; what a browser passes to connect() does not, in our softphone.
function readCustom(fields: Fields): Record<string, string> {
  const names = [...fields.keys()].filter((name) => /^[a-z][A-Za-z0-9_]{0,63}$/.test(name)).slice(0, 20);
  return Object.fromEntries(names.map((name) => [name, first(fields, name)]));
}

function readInput(fields: Fields, callSid: string): CallInput {
  const partial = first(fields, "StableSpeechResult") + first(fields, "UnstableSpeechResult");
  const confidence = readNumber(fields, "Confidence");
  const sequence = readNumber(fields, "SequenceNumber");
  return {
    event: "input",
    callSid,
    digits: first(fields, "Digits", 64).replace(/[^0-9*#A-Dw]/g, ""),
    speech: (first(fields, "SpeechResult", longestSpeech) || partial).trim(),
    isPartial: !fields.has("SpeechResult") && partial !== "",
    ...(confidence === undefined ? {} : { confidence: Math.min(Math.max(confidence, 0), 1) }),
    ...(sequence === undefined ? {} : { sequence }),
  };
}

function readStatus(fields: Fields, callSid: string): CallStatusUpdate | null {
  const status = readCallStatus(fields);
  if (!status) return null;
  const parentSid = first(fields, "ParentCallSid", 64);
  // CallDuration is seconds; the field named Duration is billed minutes.
  const seconds = readNumber(fields, "CallDuration");
  const sequence = readNumber(fields, "SequenceNumber");
  const answeredBy = readAnsweredBy(first(fields, "AnsweredBy", 40));
  const at = readTime(first(fields, "Timestamp", 60));
  return {
    event: "status",
    callSid,
    accountId: first(fields, "AccountSid", 64),
    status,
    from: readParty(fields, "From", "Caller"),
    to: readParty(fields, "To", "Called"),
    cause: first(fields, "ErrorCode", 20) || first(fields, "SipResponseCode", 20),
    endedBy: "",
    ...(parentSid ? { parentSid } : {}),
    ...(seconds === undefined ? {} : { seconds }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(at ? { at } : {}),
    ...(answeredBy ? { answeredBy } : {}),
  };
}

const dialStatuses = ["completed", "answered", "busy", "no-answer", "failed", "canceled"] as const;

function readDialed(fields: Fields, callSid: string): CallDialed | null {
  const word = first(fields, "DialCallStatus", 40);
  const status = dialStatuses.find((known) => known === word);
  if (!status) return null;
  const seconds = readNumber(fields, "DialCallDuration");
  const bridged = first(fields, "DialBridged", 10);
  return {
    event: "dialed",
    callSid,
    legSid: first(fields, "DialCallSid", 64),
    status,
    isBridged: bridged === "" ? status === "completed" || status === "answered" : bridged === "true",
    ...(seconds === undefined ? {} : { seconds }),
  };
}

const recordingStatuses = ["in-progress", "completed", "failed", "absent"] as const;

function readRecorded(fields: Fields, callSid: string): CallRecorded | null {
  const fromUrl = /\/Recordings\/(RE[0-9a-fA-F]{32})/.exec(first(fields, "RecordingUrl"))?.[1];
  const recordingId = first(fields, "RecordingSid", 64) || (fromUrl ?? "");
  if (!/^RE[0-9a-fA-F]{32}$/.test(recordingId)) return null;
  const word = first(fields, "RecordingStatus", 40);
  return {
    event: "recorded",
    callSid,
    recordingId,
    status: recordingStatuses.find((known) => known === word) ?? "completed",
    seconds: readNumber(fields, "RecordingDuration") ?? 0,
    endedWith: first(fields, "Digits", 20),
    accountId: first(fields, "AccountSid", 64),
  };
}

function readTranscribed(fields: Fields, callSid: string): CallTranscribed {
  return {
    event: "transcribed",
    callSid,
    recordingId: first(fields, "RecordingSid", 64),
    ok: first(fields, "TranscriptionStatus", 40) !== "failed",
    text: first(fields, "TranscriptionText", 20_000),
  };
}

function readQueued(fields: Fields, callSid: string): CallQueued {
  const position = readNumber(fields, "QueuePosition");
  const waitSeconds = readNumber(fields, "QueueTime");
  const averageSeconds = readNumber(fields, "AvgQueueTime");
  return {
    event: "queued",
    callSid,
    queue: first(fields, "QueueSid", 64),
    result: first(fields, "QueueResult", 60),
    ...(position === undefined ? {} : { position }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    ...(averageSeconds === undefined ? {} : { averageSeconds }),
  };
}

const sessionStatuses = ["ended", "completed", "failed"] as const;

function readSessionEnded(fields: Fields, callSid: string): CallSessionEnded {
  const word = first(fields, "SessionStatus", 40);
  return {
    event: "session_ended",
    callSid,
    status: sessionStatuses.find((known) => known === word) ?? "completed",
    handoff: first(fields, "HandoffData", 10_000),
    errorCode: first(fields, "ErrorCode", 20),
  };
}

function readPaid(fields: Fields, callSid: string): CallPaid | null {
  const result = first(fields, "Result", 60);
  if (!result) return null;
  return {
    event: "paid",
    callSid,
    result,
    confirmation: first(fields, "PaymentConfirmationCode", 200),
    lastFour: /\d{4}$/.exec(first(fields, "PaymentCardNumber", 40))?.[0] ?? "",
    brand: first(fields, "PaymentCardType", 40)
      .toLowerCase()
      .replace(/[^a-z -]/g, ""),
  };
}

function readPaying(fields: Fields, callSid: string): CallPaying | null {
  const field = first(fields, "For", 60);
  if (!field) return null;
  const problem = first(fields, "ErrorType", 100);
  return { event: "paying", callSid, field, attempt: readNumber(fields, "Attempt") ?? 1, problem };
}

function readMachine(fields: Fields, callSid: string): CallMachine | null {
  const answeredBy = readAnsweredBy(first(fields, "AnsweredBy", 40));
  return answeredBy ? { event: "machine", callSid, answeredBy } : null;
}

function readParty(fields: Fields, name: string, legacyName: string): string {
  const value = first(fields, name, 255) || first(fields, legacyName, 255);
  return /^ \d{7,}$/.test(value) ? `+${value.trim()}` : value.trim();
}

function readDirection(word: string): "inbound" | "outbound" {
  return word.startsWith("outbound") ? "outbound" : "inbound";
}

function readCallStatus(fields: Fields): CallStatus | undefined {
  const word = first(fields, "CallStatus", 40).toLowerCase();
  return callStatuses.find((status) => status === word);
}

function readAnsweredBy(word: string): CallAnswered["answeredBy"] {
  if (word === "human" || word === "fax" || word === "unknown") return word;
  return word.startsWith("machine") ? "machine" : undefined;
}

function readNumber(fields: Fields, name: string): number | undefined {
  const text = first(fields, name, 30).trim();
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function readTime(text: string): Date | undefined {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}

// What the look-up says when it knows nothing; as a customer's name it would stick.
const noNames =
  /^(unknown|unavailable|anonymous|private|restricted|(wireless|cell|cellular|toll[ -]?free) caller|v\d{10,}.*)$/i;

function readCallerName(given: string): string {
  const name = given.trim();
  return noNames.test(name) ? "" : name;
}
