import type { WebSocket } from "ws";
import type { SessionStart } from "@/lib/calls";
import type { RelayCodec } from "@/lib/carriers";
import type { Ctx } from "@/lib/kernel/context";
import { takeTurn } from "@/lib/receptionist";
import { exchangeKeeper } from "./exchange-keeper";
import { type RelaySession, startRelaySession } from "./relay-session";
import { setTimer } from "./set-timer";

/** Holds a relay conversation over an open socket until either side ends it. */
export function converseByRelay(
  ctx: Ctx,
  webSocket: WebSocket,
  start: SessionStart,
  codec: RelayCodec,
): void {
  const keeper = exchangeKeeper(ctx, start.callId);
  let session: RelaySession | null = null;
  webSocket.on("message", (data) => {
    const frame = codec.read(String(data));
    if (!frame) return;
    if (frame.kind !== "setup") return session?.take(frame);
    // The ticket was made for this very call; a frame that names another is not ours to talk to.
    if (frame.callSid !== start.carrierCallId) return webSocket.close(1008, "other call");
    session ??= startRelaySession(start, {
      codec,
      send: (text) => webSocket.send(text),
      takeTurn,
      keep: keeper.keep,
      setTimer,
    });
  });
  webSocket.on("close", () => session?.close());
  webSocket.on("error", () => webSocket.terminate());
}
