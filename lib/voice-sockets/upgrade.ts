import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type CarrierName, carrier, openWebhook } from "@/lib/carriers";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { carrierContext, unsafeAddressee, unsafeLogForgery } from "@/lib/webhooks";
import { openRelaySocket } from "./relay-socket";

type Params = Readonly<Record<string, string>>;

/**
 * Takes a carrier's WebSocket upgrade: signature over the public URL where the carrier signs, and always the one-time
 * ticket in the path. Anything else is refused before a socket exists.
 */
export function takeUpgrade(name: CarrierName) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer, params: Params): void => {
    void upgrade(name, request, socket, head, params).catch((error: unknown) => {
      log.error({ err: error, carrier: name }, "socket upgrade failed");
      refuse(socket, "503 Service Unavailable");
    });
  };
}

async function upgrade(
  name: CarrierName,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  params: Params,
): Promise<void> {
  const addressee = await unsafeAddressee(name, params.slug ?? "");
  const credentials = addressee?.connections.map((one) => one.connection.credentials) ?? [];
  const verdict = carrier(name).webhooks.verifySocket(open(request), credentials);
  // Vobiz signs no upgrades: there the one-time ticket is all the proof there is (carriers port, verifySocket).
  const isLenient = name === "vobiz" && !verdict.ok && verdict.reason === "missing_signature";
  if (!addressee || (!verdict.ok && !isLenient)) {
    await unsafeLogForgery({
      carrier: name,
      kind: "socket",
      path: request.url?.split("?")[0]?.slice(0, 80) ?? "",
      what: "signature",
      reason: verdict.ok ? "addressee" : verdict.reason,
    });
    return refuse(socket, "403 Forbidden");
  }
  const ctx = carrierContext(addressee, name);
  if (!(await openRelaySocket({ ctx, ticket: params.ticket ?? "", request, socket, head })))
    refuse(socket, "403 Forbidden");
}

function open(request: IncomingMessage) {
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
