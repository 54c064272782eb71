import { newCall } from "../world/new-call";
import type { IncomingNumber } from "../world/records";
import { type CallOptions, complain, createLiveCall, endedBy, type LiveCall, type Voice } from "./call";
import type { Line } from "./line";
import { endCall, runToEnd } from "./run-to-end";

export type InboundCall = {
  number: IncomingNumber;
  from: string;
  forwardedFrom: string | null;
  callerName: string | null;
  line: Line;
  options: CallOptions;
};

/** Makes a call to one of the product's numbers; nothing has been requested yet. */
export function createInbound(voice: Voice, inbound: InboundCall): LiveCall {
  const { number, from, forwardedFrom, callerName } = inbound;
  const { carrier, accountSid, sid: numberSid, phoneNumber: to } = number;
  const sid = voice.carriers[carrier].newCallId(voice.world);
  const given = { carrier, sid, accountSid, numberSid, from, to, forwardedFrom };
  const name = number.voiceCallerIdLookup ? (callerName ?? "UNKNOWN") : null;
  const record = newCall(voice.world, {
    ...given,
    callerName: name,
    direction: "inbound",
    status: "ringing",
  });
  voice.world.ledger.write("call.received", { carrier, sid, accountSid, from, to });
  return createLiveCall(voice, record, inbound.line, inbound.options);
}

/** Lets it ring: asks the number's webhook for instructions and follows them to the end. */
export async function runInbound(call: LiveCall): Promise<void> {
  const { answer } = call.routing;
  if (!answer) {
    complain(
      call,
      "simulator",
      `${call.record.to} has no answer URL: nobody told the carrier where calls go`,
    );
    return endCall(call, endedBy("carrier", "no answer URL"));
  }
  const source = "document" in answer ? answer : { target: answer, event: { kind: "answer" as const } };
  await runToEnd(call, source);
}
