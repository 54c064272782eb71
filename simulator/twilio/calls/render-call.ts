import { durationOf } from "../../world/new-call";
import type { Call } from "../../world/records";
import { rfc2822, rfc2822OrNull } from "../api/dates";
import { priceOf } from "./price";

/** A call as the REST API shows it. `initiated` is a callback's word; REST still says queued. */
export function renderCall(call: Call): Record<string, unknown> {
  const duration = durationOf(call);
  const uri = `/2010-04-01/Accounts/${call.accountSid}/Calls/${call.sid}`;
  return {
    account_sid: call.accountSid,
    answered_by: call.answeredBy,
    api_version: "2010-04-01",
    caller_name: call.callerName,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    direction: call.direction,
    duration: duration === null ? null : String(duration),
    end_time: rfc2822OrNull(call.endedAt),
    forwarded_from: call.forwardedFrom,
    from: call.from,
    from_formatted: call.from,
    group_sid: null,
    parent_call_sid: call.parentSid,
    phone_number_sid: call.numberSid,
    price: call.price ?? priceOf(call),
    price_unit: "USD",
    queue_time: "0",
    sid: call.sid,
    start_time: rfc2822OrNull(call.startedAt),
    status: call.status === "initiated" ? "queued" : call.status,
    subresource_uris: { recordings: `${uri}/Recordings.json`, payments: `${uri}/Payments.json` },
    to: call.to,
    to_formatted: call.to,
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}
