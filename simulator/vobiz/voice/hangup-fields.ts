import { callDate, type LiveCall, talkedSeconds } from "../../voice/call";
import type { Fields } from "../../webhooks/sign-request";
import type { CallStatus } from "../../world/records";
import { localTime } from "./times";

const causes: Partial<Record<CallStatus, [cause: string, code: string]>> = {
  busy: ["USER_BUSY", "3010"],
  "no-answer": ["NO_ANSWER", "6010"],
  failed: ["CALL_REJECTED", "5030"],
};

/** The documented hangup of an inbound call has no `Event`; an outbound one has it, and times in the account's zone. */
export function hangupFields(call: LiveCall): Fields {
  const { record } = call;
  const [cause, code] = causes[record.status] ?? ["NORMAL_CLEARING", "4000"];
  const seconds = talkedSeconds(call);
  const common: Fields = [
    ["Duration", String(seconds)],
    ["BillDuration", String(Math.ceil(seconds / 60) * 60)],
    ["HangupCause", cause],
    ["HangupCauseCode", code],
    ["HangupSource", sourceOf(call)],
  ];
  if (record.direction === "inbound") return common;
  return [
    ["Event", "Hangup"],
    ["StartTime", localTime(call.begunAt)],
    ["AnswerTime", record.startedAt ? localTime(record.startedAt) : ""],
    ["EndTime", localTime(callDate(call))],
    ...common,
  ];
}

function sourceOf({ end, record }: LiveCall): string {
  if (end?.by === "caller") return record.direction === "inbound" ? "Caller" : "Callee";
  return end?.by === "product" ? "API Request" : "Vobiz";
}
