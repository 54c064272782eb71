import { z } from "zod";
import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { endNow, reach } from "../../voice/change-call";
import { voiceOf } from "../../voice/voice-of";
import { isOver, newCall } from "../../world/new-call";
import { newUuid } from "../../world/random";
import type { Call } from "../../world/records";
import { findNumber } from "../../world/store";
import { utcTime } from "../voice";
import { VobizError } from "./errors";
import { readBody, type VobizCall } from "./vobiz-route";

const method = z.string().optional();
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String).optional();

const makeSchema = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  answer_url: z.url(),
  answer_method: z.string().min(1),
  ring_url: z.string().optional(),
  ring_method: method,
  hangup_url: z.string().optional(),
  hangup_method: method,
  fallback_url: z.string().optional(),
  fallback_method: method,
  caller_name: z.string().max(50).optional(),
  send_digits: text,
  time_limit: text,
  hangup_on_ring: text,
  machine_detection: text,
  machine_detection_url: z.string().optional(),
  machine_detection_method: method,
});

/** The most destinations of one bulk request. */
const MOST_DESTINATIONS = 1000;

/** POST Call/: 200 means queued, not answered; several destinations are joined by `<`. */
export function makeCall(call: VobizCall): Reply {
  const { world, account, apiId } = call;
  const given = readBody(call, makeSchema);
  const from = findNumber(world.store, "vobiz", e164(given.from));
  if (from?.accountSid !== account.sid) throw new VobizError(400, "from is not a number of this account");
  if (Number(account.balance) <= 0) throw new VobizError(402, "The balance is used up");
  const destinations = given.to.split("<").map((one) => e164(one.trim()));
  if (destinations.length > MOST_DESTINATIONS) throw new VobizError(400, "More than 1000 destinations");
  const wrong = destinations.find((one) => !/^\+[1-9]\d{6,14}$/.test(one));
  if (wrong !== undefined) throw new VobizError(400, `"${wrong}" is not a number that can be called`);
  const placed = destinations.map((to) => place(call, given, from.phoneNumber, from.sid, to));
  const uuids = placed.map(({ sid }) => sid);
  return json(200, {
    api_id: apiId,
    message: "Call fired",
    request_uuid: uuids.length === 1 ? uuids[0] : uuids,
  });
}

function place(
  { world, account }: VobizCall,
  given: z.infer<typeof makeSchema>,
  from: string,
  numberSid: string,
  to: string,
): Call {
  const request = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
  );
  const sid = newUuid(world.random);
  const leg = {
    carrier: "vobiz",
    accountSid: account.sid,
    direction: "outbound-api",
    status: "queued",
  } as const;
  const record = newCall(world, { ...leg, sid, from, to, numberSid, request });
  world.ledger.write("call.created", { carrier: "vobiz", sid, from, to, url: given.answer_url });
  world.calls.placed(record);
  return record;
}

/** Numbers come with and without their plus. */
function e164(number: string): string {
  return number.startsWith("+") ? number : `+${number}`;
}

/** GET Call?status=live, GET Call/?status=queued: the uuids of calls that are up or wait. */
export function listCalls({ world, account, query, apiId }: VobizCall): Reply {
  const status = query.get("status");
  if (status !== "live" && status !== "queued") throw new VobizError(400, "status must be live or queued");
  const calls = [...world.store.calls.values()].filter(
    (record) =>
      record.accountSid === account.sid &&
      !isOver(record) &&
      (record.status === "queued") === (status === "queued"),
  );
  return json(200, { api_id: apiId, calls: calls.map(({ sid }) => sid) });
}

/** GET Call/{uuid}?status=live|queued: 404 once it is over. */
export function fetchCall(call: VobizCall): Reply {
  const status = call.query.get("status");
  if (status !== "live" && status !== "queued") throw new VobizError(400, "status must be live or queued");
  const record = findLive(call);
  return json(200, {
    api_id: call.apiId,
    call_status: record.status === "initiated" ? "queued" : record.status,
    call_uuid: record.sid,
    caller_name: record.callerName ?? "",
    direction: record.direction === "inbound" ? "inbound" : "outbound",
    from: record.from,
    to: record.to,
    request_uuid: record.sid,
    session_start: utcTime(record.createdAt),
    stir_verification: "Not Applicable",
  });
}

/** DELETE Call/{uuid} */
export function hangUpCall(call: VobizCall): Reply {
  const record = findLive(call);
  endNow(voiceOf(call.world), record, record.status === "in-progress" ? "completed" : "canceled");
  call.world.ledger.write("call.hung-up", { carrier: "vobiz", sid: record.sid });
  return nothing();
}

const transferSchema = z.object({
  legs: z.enum(["aleg", "bleg", "both"]).default("aleg"),
  aleg_url: z.url().optional(),
  aleg_method: method,
  bleg_url: z.url().optional(),
  bleg_method: method,
});

/** POST Call/{uuid}/: new instructions for the legs of a call in progress. */
export function transferCall(call: VobizCall): Reply {
  const record = findLive(call);
  if (record.status !== "in-progress") throw new VobizError(400, "The call is not in progress");
  const { legs, aleg_url, aleg_method, bleg_url, bleg_method } = readBody(call, transferSchema);
  const other = otherLeg(call, record);
  if (legs !== "bleg" && !aleg_url) throw new VobizError(400, "aleg_url is missing");
  if (legs !== "aleg" && !bleg_url) throw new VobizError(400, "bleg_url is missing");
  if (legs !== "bleg" && aleg_url) redirect(call, record, aleg_url, aleg_method);
  if (legs !== "aleg" && bleg_url && other) redirect(call, other, bleg_url, bleg_method);
  call.world.ledger.write("call.transferred", { carrier: "vobiz", sid: record.sid, legs });
  return json(202, { api_id: call.apiId, message: "call transferred", call_uuid: record.sid });
}

function otherLeg({ world }: VobizCall, record: Call): Call | undefined {
  return [...world.store.calls.values()].find(
    ({ parentSid, status }) => parentSid === record.sid && status === "in-progress",
  );
}

function redirect({ world }: VobizCall, record: Call, url: string, given: string | undefined): void {
  reach(voiceOf(world), record, { target: { url, method: given?.toUpperCase() === "GET" ? "GET" : "POST" } });
}

function findLive({ world, account, params }: VobizCall): Call {
  const record = world.store.calls.get(params.uuid ?? "");
  if (record?.accountSid !== account.sid || isOver(record))
    throw new VobizError(404, "The call was not found");
  return record;
}
