import type { CallInstance } from "twilio/lib/rest/api/v2010/account/call";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import {
  type CallState,
  type CallStatus,
  callStatuses,
  type OutgoingCall,
  type Voice,
} from "../../ports/voice";
import { answerUrl, callbackUrl } from "../facts/callback-url";
import { readPrice } from "../facts/statuses";
import { renderTwiml } from "../instructions/render";
import { twilioClient } from "./client";
import { readFailure, readNothing } from "./outcome";

/** Calls through Twilio's Calls resource. */
export const voice: Voice = {
  place: placeCall,
  redirect: redirectCall,
  hangUp: hangUpCall,
  fetch: fetchCall,
  list: listCalls,
  render: (instructions) => renderTwiml(instructions),
};

async function placeCall(
  connection: Connection,
  call: OutgoingCall,
): Promise<CarrierOutcome<{ status: CallStatus }>> {
  try {
    const client = await twilioClient(connection);
    const placed = await client.calls.create({
      to: call.to,
      from: call.from,
      url: answerUrl(call.answerUrl),
      method: "POST",
      statusCallback: callbackUrl(call.statusUrl),
      statusCallbackMethod: "POST",
      statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
      ...(call.fallbackUrl ? { fallbackUrl: call.fallbackUrl, fallbackMethod: "POST" } : {}),
      ...(call.ringSeconds ? { timeout: call.ringSeconds } : {}),
      ...(call.limitSeconds ? { timeLimit: call.limitSeconds } : {}),
      ...(call.machine ? detection(call.machine) : {}),
    });
    if (!placed.sid) return { outcome: "unknown", why: "answer without an id" };
    return { outcome: "accepted", sid: placed.sid, status: readStatus(placed.status) };
  } catch (error) {
    return readFailure(error);
  }
}

// Beside the call and not before it: whoever answers hears somebody at once.
function detection({ statusUrl, isAfterGreeting }: NonNullable<OutgoingCall["machine"]>) {
  return {
    machineDetection: isAfterGreeting ? "DetectMessageEnd" : "Enable",
    asyncAmd: "true",
    asyncAmdStatusCallback: callbackUrl(statusUrl),
    asyncAmdStatusCallbackMethod: "POST",
  };
}

async function redirectCall(connection: Connection, sid: string, url: string): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.calls(sid).update({ url, method: "POST" });
    return { outcome: "accepted", sid };
  } catch (error) {
    return readFailure(error);
  }
}

// 21220: the call is not in progress any more. 20404: Twilio has forgotten it.
const overCodes: readonly string[] = ["21220", "20404", "http_404"];

async function hangUpCall(connection: Connection, sid: string): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.calls(sid).update({ status: "completed" });
    return { outcome: "accepted", sid };
  } catch (error) {
    const failure = readFailure(error);
    const isOver = failure.outcome === "rejected" && overCodes.includes(failure.code);
    return isOver ? { outcome: "accepted", sid } : failure;
  }
}

async function fetchCall(connection: Connection, sid: string): Promise<CallState | null> {
  try {
    const client = await twilioClient(connection);
    return toState(await client.calls(sid).fetch());
  } catch (error) {
    return readNothing(error);
  }
}

async function listCalls(
  connection: Connection,
  filter: { to?: string; from?: string; after: Date; limit?: number },
): Promise<CallState[]> {
  try {
    const client = await twilioClient(connection);
    const calls = await client.calls.list({
      ...(filter.to ? { to: filter.to } : {}),
      ...(filter.from ? { from: filter.from } : {}),
      limit: 200,
      pageSize: 200,
    });
    // Compared here, since a call that still waits has no start time for Twilio to filter by.
    const isLater = (call: CallInstance) =>
      (call.dateCreated?.getTime() ?? Infinity) + 999 >= filter.after.getTime();
    return calls
      .filter(isLater)
      .map(toState)
      .slice(0, filter.limit ?? 50);
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

function toState(call: CallInstance): CallState {
  const price = readPrice(call.price, call.priceUnit);
  const seconds = Number(call.duration);
  return {
    sid: call.sid,
    status: readStatus(call.status),
    direction: call.direction === "inbound" ? "inbound" : "outbound",
    from: call.from ?? "",
    to: call.to ?? "",
    ...(call.startTime ? { startedAt: call.startTime } : {}),
    ...(call.endTime ? { endedAt: call.endTime } : {}),
    ...(call.duration && Number.isFinite(seconds) ? { seconds } : {}),
    ...(price ? { price } : {}),
  };
}

function readStatus(word: string): CallStatus {
  return callStatuses.find((status) => status === word) ?? "queued";
}
