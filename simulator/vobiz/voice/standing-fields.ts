import type { LiveCall } from "../../voice/call";
import type { Fields } from "../../webhooks/sign-request";
import type { CallStatus } from "../../world/records";
import { utcTime } from "./times";

const statuses: Record<CallStatus, string> = {
  queued: "ringing",
  initiated: "ringing",
  ringing: "ringing",
  "in-progress": "in-progress",
  completed: "completed",
  busy: "busy",
  failed: "failed",
  "no-answer": "no-answer",
  canceled: "completed",
};

/** What stands in every request. Vobiz writes the caller with a plus and the called number without. */
export function standingFields(call: LiveCall): Fields {
  const { record } = call;
  const isInbound = record.direction === "inbound";
  return [
    ["CallUUID", record.sid],
    ["From", record.from],
    ["To", record.to.replace(/^\+/, "")],
    ["Direction", isInbound ? "inbound" : "outbound"],
    ["CallStatus", statuses[record.status]],
    ...(record.forwardedFrom ? ([["ForwardedFrom", record.forwardedFrom]] as Fields) : []),
    ...(isInbound ? [] : outboundFields(call)),
  ];
}

function outboundFields({ record, begunAt }: LiveCall): Fields {
  return [
    ["RequestUUID", record.sid],
    ["ALegUUID", record.sid],
    ["ALegRequestUUID", record.sid],
    ["SessionStart", utcTime(begunAt)],
    ["STIRVerification", "Not Applicable"],
    ["STIRAttestation", ""],
  ];
}
