import type { RelayStep } from "../../instructions";
import type { LiveCall } from "../call";

/** The first frame of a session. */
export function setupFrame({ record }: LiveCall, { parameters }: RelayStep, sessionId: string) {
  return {
    type: "setup",
    sessionId,
    accountSid: record.accountSid,
    callSid: record.sid,
    parentCallSid: record.parentSid ?? "",
    from: record.from,
    to: record.to,
    forwardedFrom: record.forwardedFrom ?? "",
    callerName: record.callerName ?? "",
    direction: record.direction,
    callType: "PSTN",
    callStatus: record.status.toUpperCase(),
    customParameters: parameters,
  };
}
