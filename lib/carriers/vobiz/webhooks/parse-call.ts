import type { WebhookRequest } from "../../ports/webhook-request";
import type { CallEvent, CallInput, CallStatusUpdate, CallWebhookKind, Parsed } from "../../ports/webhooks";
import { readCallStatus, readEndStatus } from "../facts/call-status";
import { type FieldReader, fieldReader } from "../facts/field-names";
import { readParty } from "../facts/read-party";
import {
  readDialed,
  readMachine,
  readQueued,
  readRecorded,
  readSessionEnded,
  readTranscribed,
} from "./parse-events";
import { readNumber, readTime } from "./read-values";

const endStatuses: readonly string[] = ["completed", "busy", "no-answer", "failed", "canceled"];

/**
 * Reads a voice webhook as `kind`, in any spelling and form. Only the call's id is required. A hang-up that arrives at
 * the answer URL (Vobiz sends it there when an Application has no hang-up URL) comes back as a status.
 */
export function parseVobizCall(request: WebhookRequest, kind: CallWebhookKind): Parsed<CallEvent> {
  const field = fieldReader(request);
  const callSid = field("callId", 128);
  if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]{3,127}$/.test(callSid)) return { ok: false, reason: "not a call: id" };
  const value = readEvent(field, callSid, kind);
  return value ? { ok: true, value } : { ok: false, reason: `not a ${kind} event` };
}

function readEvent(field: FieldReader, callSid: string, kind: CallWebhookKind): CallEvent | null {
  switch (kind) {
    case "answered":
      return isHangUp(field) ? readStatus(field, callSid) : readAnswered(field, callSid);
    case "input":
      return readInput(field, callSid);
    case "status":
      return readStatus(field, callSid);
    case "dialed":
      return readDialed(field, callSid);
    case "recorded":
      return readRecorded(field, callSid);
    case "transcribed":
      return readTranscribed(field, callSid);
    case "queued":
      return readQueued(field, callSid);
    case "session_ended":
      return readSessionEnded(callSid);
    case "machine":
      return readMachine(field, callSid);
    case "paid":
    case "paying":
      return null;
  }
}

/** Whether what came to the answer URL is the end of the call; the documented hang-up of an inbound call names no event. */
export function isHangUp(field: FieldReader): boolean {
  if (field("event", 60).toLowerCase() === "hangup" || field("cause", 200) !== "") return true;
  const status = readCallStatus(field("status", 40));
  return status !== undefined && endStatuses.includes(status);
}

function readAnswered(field: FieldReader, callSid: string): CallEvent {
  const isMachine = field("isMachine", 10).toLowerCase();
  return {
    event: "answered",
    callSid,
    accountId: field("parentAccount", 80),
    direction: field("direction", 40).toLowerCase().startsWith("outbound") ? "outbound" : "inbound",
    status: readCallStatus(field("status", 40)) ?? "ringing",
    from: readParty(field("from", 255)),
    to: readParty(field("to", 255)),
    callerName: field("callerName", 200),
    forwardedFrom: field("forwardedFrom", 255),
    attestation: /^[ABC]$/.test(field("attestation", 10)) ? field("attestation", 10) : "",
    custom: {},
    ...(isMachine === "true" ? { answeredBy: "machine" as const } : {}),
    ...(isMachine === "false" ? { answeredBy: "human" as const } : {}),
  };
}

// On silence Vobiz posts the same fields, empty.
function readInput(field: FieldReader, callSid: string): CallInput {
  const final = field("speech", 4_000);
  const partial = [field("stableSpeech", 4_000), field("unstableSpeech", 4_000)].filter(Boolean).join(" ");
  const confidence = readNumber(field("confidence", 30));
  const sequence = readNumber(field("sequence", 30));
  return {
    event: "input",
    callSid,
    digits: field("digits", 64).replace(/[^0-9*#]/g, ""),
    speech: final || partial,
    isPartial: final === "" && partial !== "",
    ...(confidence === undefined ? {} : { confidence: Math.min(confidence, 1) }),
    ...(sequence === undefined ? {} : { sequence }),
  };
}

function readStatus(field: FieldReader, callSid: string): CallStatusUpdate {
  const seconds = readSeconds(field);
  const cause = field("cause", 200);
  return {
    event: "status",
    callSid,
    accountId: field("parentAccount", 80),
    status: readStatusWord(field, seconds),
    from: readParty(field("from", 255)),
    to: readParty(field("to", 255)),
    cause: cause || field("causeCode", 20),
    endedBy: field("endedBy", 60),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

// The seeds' hang-up carries neither state nor event: it is one by being posted to the hang-up URL.
function readStatusWord(field: FieldReader, seconds: number | undefined): CallStatusUpdate["status"] {
  const event = field("event", 60).toLowerCase();
  const named = readCallStatus(field("status", 40)) ?? (event === "ring" ? "ringing" : "completed");
  const isEnd = event === "hangup" || endStatuses.includes(named);
  if (!isEnd) return named;
  if (endStatuses.includes(named) && named !== "completed") return named;
  return readEndStatus({ cause: field("cause", 200), code: field("causeCode", 20), seconds });
}

// Times of day have no zone; their difference is right all the same.
function readSeconds(field: FieldReader): number | undefined {
  const seconds = readNumber(field("seconds", 30)) ?? readNumber(field("billedSeconds", 30));
  if (seconds !== undefined) return seconds;
  const answeredAt = readTime(field("answeredAt", 60));
  const endedAt = readTime(field("endedAt", 60));
  return answeredAt && endedAt ? Math.max(0, Math.round((endedAt - answeredAt) / 1_000)) : undefined;
}
