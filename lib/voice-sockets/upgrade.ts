import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { beginSession } from "@/lib/calls";
import { type CarrierName, carrier, openWebhook } from "@/lib/carriers";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { type Addressee, carrierContext, unsafeAddressee, unsafeLogForgery } from "@/lib/webhooks";
import { converseByRelay } from "./relay-socket";
import { converseByStream } from "./stream-socket";

type Params = Readonly<Record<string, string>>;
type Knock = { name: CarrierName; request: IncomingMessage; socket: Duplex; head: Buffer; params: Params };

const longestFrame = 128 * 1024;
const server = new WebSocketServer({ noServer: true, maxPayload: longestFrame, perMessageDeflate: false });

/**
 * Takes a carrier's WebSocket upgrade: signature over the public URL where the carrier signs, and always the one-time
 * ticket in the path. Anything else is refused before a socket exists.
 */
export function takeUpgrade(name: CarrierName) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer, params: Params): void => {
    open({ name, request, socket, head, params }).catch((error: unknown) => {
      log.error({ err: error, carrier: name }, "socket upgrade failed");
      refuse(socket, "503 Service Unavailable");
    });
  };
}

async function open(knock: Knock): Promise<void> {
  const addressee = await unsafeAddressee(knock.name, knock.params.slug ?? "");
  const ctx = await believe(knock, addressee);
  const ticket = knock.params.ticket ?? "";
  const start = ctx && (await beginSession(ctx, { ticket }));
  if (!ctx || !start || !addressee) return refuse(knock.socket, "403 Forbidden");
  const { relay, media } = carrier(knock.name);
  server.handleUpgrade(knock.request, knock.socket, knock.head, (webSocket) => {
    if (start.kind === "relay" && relay) converseByRelay(ctx, webSocket, start, relay);
    else if (start.kind === "stream" && media) converseByStream(ctx, webSocket, start, media);
    else webSocket.close(1008);
  });
}

async function believe({ name, request }: Knock, addressee: Addressee | null): Promise<Ctx | null> {
  const credentials = addressee?.connections.map((one) => one.connection.credentials) ?? [];
  const verdict = carrier(name).webhooks.verifySocket(openRequest(request), credentials);
  const isUnsigned =
    !carrier(name).description.signsSockets && !verdict.ok && verdict.reason === "missing_signature";
  if (addressee && (verdict.ok || isUnsigned)) return carrierContext(addressee, name);
  const reason = verdict.ok ? "addressee" : verdict.reason;
  await unsafeLogForgery({
    carrier: name,
    kind: "socket",
    path: (request.url ?? "").slice(0, 40),
    what: "upgrade",
    reason,
  });
  return null;
}

function openRequest(request: IncomingMessage) {
  return openWebhook({
    ...{ method: "GET", target: request.url ?? "/", body: "", publicUrls: [env.publicUrl] },
    headers: { get: (header) => headerOf(request, header) },
  });
}

function headerOf(request: IncomingMessage, header: string): string | null {
  const value = request.headers[header.toLowerCase()];
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
