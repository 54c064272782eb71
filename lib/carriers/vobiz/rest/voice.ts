import { z } from "zod";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import type { CallState, CallStatus, OutgoingCall, Voice } from "../../ports/voice";
import { readCallStatus } from "../facts/call-status";
import { readParty } from "../facts/read-party";
import { renderVobizXml } from "../instructions/render";
import { callRecord, toState } from "./call-record";
import { askVobiz, readVobiz } from "./client";
import { readItems } from "./read-items";

/** Calls at Vobiz. */
export const voice: Voice = {
  place: placeCall,
  redirect: redirectCall,
  hangUp: hangUpCall,
  fetch: fetchCall,
  list: listCalls,
  render: (instructions, dialect) =>
    renderVobizXml(instructions, dialect === "seeds" ? "seeds" : "documented"),
};

const placed = z.object({ request_uuid: z.string().min(1) });

async function placeCall(
  connection: Connection,
  call: OutgoingCall,
): Promise<CarrierOutcome<{ status: CallStatus }>> {
  const answer = await askVobiz(connection, {
    method: "POST",
    path: "/Account/{id}/Call/",
    body: toBody(call),
  });
  if (answer.outcome !== "answered") return answer;
  const body = placed.safeParse(answer.body);
  if (!body.success) return { outcome: "unknown", why: "answer without an id" };
  return { outcome: "accepted", sid: body.data.request_uuid, status: "queued" };
}

function toBody(call: OutgoingCall) {
  return {
    from: call.from,
    to: call.to,
    answer_url: call.answerUrl,
    answer_method: "POST",
    ring_url: call.statusUrl,
    ring_method: "POST",
    hangup_url: call.statusUrl,
    hangup_method: "POST",
    ...(call.fallbackUrl ? { fallback_url: call.fallbackUrl, fallback_method: "POST" } : {}),
    ...(call.ringSeconds ? { hangup_on_ring: call.ringSeconds } : {}),
    ...(call.limitSeconds ? { time_limit: call.limitSeconds } : {}),
    ...(call.machine
      ? {
          machine_detection: "true",
          machine_detection_url: call.machine.statusUrl,
          machine_detection_method: "POST",
        }
      : {}),
  };
}

async function redirectCall(connection: Connection, sid: string, url: string): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, {
    method: "POST",
    path: `${pathOf(sid)}/`,
    body: { legs: "aleg", aleg_url: url, aleg_method: "POST" },
  });
  return answer.outcome === "answered" ? { outcome: "accepted", sid } : answer;
}

async function hangUpCall(connection: Connection, sid: string): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, { method: "DELETE", path: pathOf(sid) });
  const isOver =
    answer.outcome === "answered" || (answer.outcome === "rejected" && answer.code === "http_404");
  return isOver ? { outcome: "accepted", sid } : answer;
}

const liveCall = z
  .object({ call_status: z.string(), from: z.string(), to: z.string(), direction: z.string() })
  .partial();

/** A live call from the call list, an ended one from its record (CDR). */
async function fetchCall(connection: Connection, sid: string): Promise<CallState | null> {
  const live = await readVobiz(connection, { method: "GET", path: pathOf(sid), query: { status: "live" } });
  if (live !== null) return toLiveState(sid, liveCall.parse(live));
  const body = await readVobiz(connection, {
    method: "GET",
    path: `/Account/{id}/cdr/${encodeURIComponent(sid)}`,
  });
  const ended = callRecord.safeParse(unwrap(body));
  return ended.success ? toState(ended.data) : null;
}

function toLiveState(sid: string, call: z.infer<typeof liveCall>): CallState {
  return {
    sid,
    status: readCallStatus(call.call_status ?? "") ?? "in-progress",
    direction: call.direction === "inbound" ? "inbound" : "outbound",
    from: readParty(call.from ?? ""),
    to: readParty(call.to ?? ""),
  };
}

const wrapped = z.object({ data: z.record(z.string(), z.unknown()) });

function unwrap(body: unknown): unknown {
  const parsed = wrapped.safeParse(body);
  return parsed.success ? parsed.data.data : body;
}

async function listCalls(
  connection: Connection,
  filter: { to?: string; from?: string; after: Date; limit?: number },
): Promise<CallState[]> {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  // The day after tomorrow, because Vobiz's days are those of its own zone.
  const end = new Date(filter.after.getTime() + 2 * 86_400_000);
  const body = await readVobiz(connection, {
    method: "GET",
    path: "/Account/{id}/cdr",
    query: { start_date: day(filter.after), end_date: day(end), page: 1, per_page: 100 },
  });
  return readItems(body, callRecord)
    .map(toState)
    .filter((call) => isSame(call.to, filter.to) && isSame(call.from, filter.from))
    .slice(0, filter.limit ?? 50);
}

function isSame(number: string, wanted: string | undefined): boolean {
  return wanted === undefined || number.replace(/\D/g, "") === wanted.replace(/\D/g, "");
}

function pathOf(sid: string): string {
  return `/Account/{id}/Call/${encodeURIComponent(sid)}`;
}
