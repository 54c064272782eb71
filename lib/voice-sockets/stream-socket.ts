import WebSocket from "ws";
import { endSession, type SessionStart } from "@/lib/calls";
import type { MediaCodec } from "@/lib/carriers";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { type Next, openRealtime } from "@/lib/receptionist";
import { exchangeKeeper } from "./exchange-keeper";
import { readRealtimeEvent } from "./realtime-events";
import { setTimer } from "./set-timer";
import { startStreamSession } from "./stream-session";

// Together with the flow's own words after a refusal this stays below the three seconds in which a caller must hear something.
const handshakeMilliseconds = 2_000;

/**
 * Bridges a carrier's sound to the realtime model until either side ends it. Without a model, or when its server
 * fails, the socket closes and the flow goes on by gather: the caller never hears nothing.
 */
export function converseByStream(ctx: Ctx, caller: WebSocket, start: SessionStart, codec: MediaCodec): void {
  const keeper = exchangeKeeper(ctx, start.callId);
  const model = openModel();
  if (!model) {
    hangUp(null);
    return;
  }
  const send = sender(model);
  const { perform, ...setup } = openRealtime(start.conversing);
  const session = startStreamSession(
    { ...setup, language: start.language, minutes: start.conversing.receptionist.limits.minutes },
    {
      codec,
      ...{ keep: keeper.keep, setTimer, end: hangUp, toModel: send, performTool: perform },
      toCarrier: (frame) => caller.send(frame),
    },
  );
  caller.on("message", (data) => {
    const frame = codec.read(String(data));
    if (frame?.kind === "start" && frame.callSid !== start.carrierCallId)
      return caller.close(1008, "other call");
    if (frame) session.fromCarrier(frame);
  });
  model.on("message", (data) => {
    const event = readRealtimeEvent(String(data));
    if (event?.kind === "failed")
      log.warn({ callId: start.callId, why: event.why.slice(0, 200) }, "The realtime model complains");
    if (event) session.fromModel(event);
  });
  model.on("error", session.loseModel);
  model.on("close", session.loseModel);
  caller.on("error", () => caller.terminate());
  caller.on("close", () => {
    session.close();
    model.close();
  });

  function hangUp(next: Next | null): void {
    if (caller.readyState !== WebSocket.OPEN) return;
    keeper
      .settled()
      .then(() => endSession(ctx, { callId: start.callId, next }))
      .catch((error: unknown) =>
        log.error({ err: error, callId: start.callId }, "a session's end could not be kept"),
      )
      .finally(() => caller.close(1000));
  }
}

function openModel(): WebSocket | null {
  const { apiKey, baseUrl, realtimeModel } = env.openai;
  if (!apiKey || !realtimeModel) return null;
  const url = `${(baseUrl ?? "https://api.openai.com/v1").replace(/^http/, "ws")}/realtime?model=${realtimeModel}`;
  const headers = { Authorization: `Bearer ${apiKey}` };
  return new WebSocket(url, { headers, handshakeTimeout: handshakeMilliseconds });
}

/** Sends in order; what comes while the connection is being made goes out with it. */
function sender(model: WebSocket): (event: string) => void {
  const waiting: string[] = [];
  model.once("open", () => {
    for (const event of waiting.splice(0)) model.send(event);
  });
  return (event) => {
    if (model.readyState === WebSocket.OPEN) model.send(event);
    else if (model.readyState === WebSocket.CONNECTING) waiting.push(event);
  };
}
