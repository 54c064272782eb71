import { createLiveCall, type LiveCall } from "../../voice/call";
import { type InteractiveLine, realLine } from "../../voice/line";
import { defaultOptions } from "../../voice/options";
import { runToEnd } from "../../voice/run-to-end";
import { voiceOf } from "../../voice/voice-of";
import { newCall } from "../../world/new-call";
import type { World } from "../../world/world";
import type { Grants } from "./read-token";

/** A call that a browser asks for; `start` requests instructions of the application in its token. */
export type Placed = { call: LiveCall; line: InteractiveLine; start(): void };

/** Makes the call; null when the token has no application that could say what to do. */
export function placeFromBrowser(world: World, grants: Grants, query: string): Placed | null {
  const application = world.store.applications.get(grants.applicationSid ?? "");
  if (application?.accountSid !== grants.accountSid) return null;
  const given = { ...Object.fromEntries(new URLSearchParams(query)), ...grants.params };
  const record = newCall(world, {
    carrier: "twilio",
    accountSid: grants.accountSid,
    direction: "inbound",
    from: `client:${grants.identity}`,
    to: given.To ?? "",
    status: "ringing",
    request: {
      ApplicationSid: [application.sid],
      parameters: Object.entries(given)
        .filter(([name]) => name !== "To")
        .map(([name, value]) => `${name}=${value}`),
    },
  });
  const voice = voiceOf(world);
  const line = realLine(world);
  const call = createLiveCall(voice, record, line, { ...defaultOptions, isInteractive: true });
  world.ledger.write("call.received", {
    ...{
      carrier: "twilio",
      sid: record.sid,
      accountSid: record.accountSid,
      from: record.from,
      to: record.to,
    },
  });
  const start = () => {
    const { answer } = call.routing;
    if (answer && !("document" in answer)) void runToEnd(call, { target: answer, event: { kind: "answer" } });
    else void runToEnd(call, answer ?? { document: "<Response><Hangup/></Response>" });
  };
  return { call, line, start };
}
