import type { RelayStep } from "../../instructions";
import { newSid } from "../../world/random";
import { complain, endQuiet, type LiveCall, type Next, notify } from "../call";
import { connectToProduct } from "./connect";
import { failed, type RelayEnding } from "./relay-ending";
import { setupFrame } from "./relay-setup";
import { talkByRelay } from "./relay-talk";

/** Talks over ConversationRelay until either side ends it; the action is asked with how it ended. */
export async function performRelay(call: LiveCall, step: RelayStep): Promise<Next> {
  const sessionId = newSid(call.voice.world.random, "VX");
  const begun = call.seconds;
  const ending = await session(call, step, sessionId);
  endQuiet(call);
  if (ending.kind === "changed") return ending;
  const { status, handoff, error, stopped } = ending;
  if (error) complain(call, error[0], error[1]);
  const seconds = Math.round(call.seconds - begun);
  const event = { kind: "relay", sessionId, status, seconds, handoff, error } as const;
  if (!stopped && step.action) return { kind: "fetch", target: step.action, event };
  await notify(call, step.action, event);
  return stopped ?? { kind: "next" };
}

async function session(call: LiveCall, step: RelayStep, sessionId: string): Promise<RelayEnding> {
  const socket = await connectToProduct(call, step.url);
  if (typeof socket === "string") return failed("39001", `WebSocket connection failed: ${socket}`);
  const { isLive } = call;
  call.isLive = true;
  socket.send(setupFrame(call, step, sessionId));
  try {
    return await talkByRelay(call, step, socket);
  } finally {
    call.isLive = isLive;
    socket.close();
  }
}
