import type { LiveCall } from "../../voice/call";
import type { Fields } from "../../webhooks/sign-request";
import { geographyFields } from "../api/geography";

/** What stands in every request about a call. A leg that is queued at Twilio is `initiated` in its callbacks. */
export function standingFields(call: LiveCall): Fields {
  const { record } = call;
  const status = record.status === "queued" ? "initiated" : record.status;
  return [
    ["CallSid", record.sid],
    ["AccountSid", record.accountSid],
    ["From", record.from],
    ["To", record.to],
    ["Caller", record.from],
    ["Called", record.to],
    ["CallStatus", status],
    ["ApiVersion", "2010-04-01"],
    ["Direction", record.direction],
    ...given("ForwardedFrom", record.forwardedFrom),
    ...given("CallerName", record.callerName),
    ...given("ParentCallSid", record.parentSid),
    ...given("AnsweredBy", record.answeredBy),
    ...given("ApplicationSid", record.request.ApplicationSid?.[0] ?? null),
    ...["From", "Caller"].flatMap((role) => geographyFields(role, record.from)),
    ...["To", "Called"].flatMap((role) => geographyFields(role, record.to)),
    ...inboundFields(call),
    ...Object.entries(record.request.parameters ?? {}).map(([, pair]): [string, string] => splitPair(pair)),
  ];
}

function inboundFields({ record }: LiveCall): Fields {
  if (record.direction !== "inbound") return [];
  const isAmerican = record.from.startsWith("+1");
  return [
    ["CallToken", `token-of-${record.sid}`],
    ...given("StirVerstat", isAmerican ? "TN-Validation-Passed-A" : null),
  ];
}

/** What a browser softphone gave to `device.connect`, kept as `name=value`. */
function splitPair(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function given(name: string, value: string | null): Fields {
  return value === null ? [] : [[name, value]];
}
