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
import { type StreamSession, startStreamSession } from "./stream-session";

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
  const { perform, ...setup } = openRealtime(start.conversing);
  const session: StreamSession = startStreamSession(
    { ...setup, minutes: start.conversing.receptionist.limits.minutes },
    {
      codec,
      ...{ keep: keeper.keep, setTimer, end: hangUp },
      toCarrier: (frame) => caller.send(frame),
      toModel: (event) =>
        model.readyState === WebSocket.OPEN ? model.send(event) : model.once("open", () => model.send(event)),
      performTool: perform,
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
    if (event) session.fromModel(event);
  });
  model.on("error", () => hangUp(null));
  model.on("close", () => hangUp(null));
  caller.on("error", () => caller.terminate());
  caller.on("close", () => {
    session.close();
    model.close();
  });

  function hangUp(next: Next | null): void {
    if (caller.readyState !== WebSocket.OPEN) return;
    endSession(ctx, { callId: start.callId, next })
      .catch((error: unknown) =>
        log.error({ err: error, callId: start.callId }, "a session's end could not be kept"),
      )
      .finally(() => caller.close(1000));
  }
}

function openModel(): WebSocket | null {
  const { apiKey, baseUrl } = env.openai;
  if (!apiKey) return null;
  const url = `${(baseUrl ?? "https://api.openai.com/v1").replace(/^http/, "ws")}/realtime?model=${env.openai.realtimeModel}`;
  return new WebSocket(url, { headers: { Authorization: `Bearer ${apiKey}` }, handshakeTimeout: 4_000 });
}
