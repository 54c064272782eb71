import type { ServerResponse } from "node:http";
import { z } from "zod";
import type { Exchange, Reply } from "../../http/exchange";
import { readJson } from "../../http/read-exchange";
import { json, nothing, problem } from "../../http/reply";
import { type CallNews, type LiveCall, talkedSeconds } from "../call";
import { describeCall } from "../describe-call";
import { behaviourSchema, type InteractiveLine, keyOf, type Line, readBehaviour } from "../line";
import { voiceOf } from "../voice-of";

/** GET /handset/calls: all calls of this simulator, newest first, without their details. */
export function listHandsetCalls({ world }: Exchange): Reply {
  const calls = [...voiceOf(world).calls.values()].reverse().map((call) => {
    const { sid, carrier, direction, from, to, status, parentSid, createdAt } = call.record;
    const told = { callId: sid, carrier, direction, from, to, status, parentId: parentSid };
    return { ...told, at: createdAt, seconds: talkedSeconds(call), endedBy: call.end?.by ?? null };
  });
  return json(200, { calls });
}

/** GET /handset/calls/{callId}: the whole report, also of a call that still runs. */
export function fetchHandsetCall({ world, params }: Exchange): Reply {
  const call = voiceOf(world).calls.get(params.callId ?? "");
  return call ? json(200, describeCall(call)) : unknownCall();
}

/** GET /handset/calls/{callId}/stream: server-sent events, from the call's beginning on. */
export function streamHandsetCall({ world, params }: Exchange): Reply {
  const call = voiceOf(world).calls.get(params.callId ?? "");
  return call ? { status: 200, stream: (response) => stream(call, response) } : unknownCall();
}

function stream(call: LiveCall, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const write = (news: CallNews) => response.write(`event: ${news.type}\ndata: ${JSON.stringify(news)}\n\n`);
  const { record, report, end, listeners } = call;
  write({ type: "state", status: record.status, at: 0 });
  for (const request of report.requests) write({ type: "request", request });
  for (const heard of report.heard) write({ type: "heard", heard });
  for (const did of report.did) write({ type: "did", did });
  if (end) write({ type: "over", by: end.by, status: record.status, seconds: Math.round(call.seconds) });
  listeners.add(write);
  response.on("close", () => listeners.delete(write));
}

const inputSchema = z.union([
  z.strictObject({ say: z.string() }),
  z.strictObject({ press: z.string() }),
  z.strictObject({ hangUp: z.literal(true) }),
  z.strictObject({ heard: z.literal(true) }),
  z.strictObject({ answer: z.boolean() }),
]);

/** POST /handset/calls/{callId}/input: `{say}`, `{press}`, `{hangUp: true}`, `{heard: true}` once a prompt was spoken, `{answer}`. */
export function inputToHandsetCall(exchange: Exchange): Reply {
  const call = voiceOf(exchange.world).calls.get(exchange.params.callId ?? "");
  if (!call) return unknownCall();
  const read = inputSchema.safeParse(readJson(exchange));
  if (!read.success)
    return problem(422, "Send {say}, {press}, {hangUp: true}, {heard: true} or {answer: true}.");
  if (!takesInput(call.line)) return problem(409, "This call follows a script.");
  // A prompt that was heard to its end while the other side hung up is nobody's mistake.
  if (call.end) return "heard" in read.data ? nothing() : problem(409, "This call is over.");
  call.line.input(read.data);
  return nothing();
}

function takesInput(line: Line): line is InteractiveLine {
  return "input" in line;
}

/** POST /handset/parties `{ "+1555…": "busy", "client:u_1": {…} }`: how people behave whom the product dials. */
export function setParties(exchange: Exchange): Reply {
  const read = z.record(z.string(), behaviourSchema.nullable()).safeParse(readJson(exchange));
  if (!read.success) return problem(422, z.prettifyError(read.error));
  const { behaviours } = voiceOf(exchange.world);
  for (const [address, given] of Object.entries(read.data)) {
    if (given === null) behaviours.delete(keyOf(address));
    else behaviours.set(keyOf(address), readBehaviour(given));
  }
  return json(200, { parties: Object.fromEntries(behaviours) });
}

function unknownCall(): Reply {
  return problem(404, "There is no such call.");
}
