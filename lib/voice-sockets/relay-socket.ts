import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { beginSession, type SessionStart } from "@/lib/calls";
import type { Ctx } from "@/lib/kernel/context";
import { takeTurn } from "@/lib/receptionist";
import { relayKeeper } from "./keep-relay-turn";
import { readRelayFrame } from "./relay-frames";
import { type RelaySession, startRelaySession } from "./relay-session";

const longestFrame = 64 * 1024;
const server = new WebSocketServer({ noServer: true, maxPayload: longestFrame, perMessageDeflate: false });

/** A believed upgrade with the ticket from its path. */
export type Upgrade = { ctx: Ctx; ticket: string; request: IncomingMessage; socket: Duplex; head: Buffer };

/** Opens a relay socket: the ticket is used up, the conversation runs until either side ends it. @returns false when the ticket opens nothing */
export async function openRelaySocket({ ctx, ticket, request, socket, head }: Upgrade): Promise<boolean> {
  const start = await beginSession(ctx, { ticket, kind: "relay" });
  if (!start) return false;
  server.handleUpgrade(request, socket, head, (webSocket) => converse(ctx, webSocket, start));
  return true;
}

function converse(ctx: Ctx, webSocket: WebSocket, start: SessionStart): void {
  const keeper = relayKeeper(ctx, start.callId);
  let session: RelaySession | null = null;
  webSocket.on("message", (data) => {
    const frame = readRelayFrame(String(data));
    if (!frame) return;
    if (frame.type !== "setup") return session?.take(frame);
    // The ticket was made for this very call; a frame that names another is not ours to talk to.
    if (frame.callSid !== start.carrierCallId) return webSocket.close(1008, "other call");
    session ??= startRelaySession(start, {
      send: (text) => webSocket.send(text),
      takeTurn,
      keep: keeper.keep,
      setTimer,
    });
  });
  webSocket.on("close", () => session?.close());
  webSocket.on("error", () => webSocket.terminate());
}

function setTimer(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
