import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { answerNatively } from "./answer-natively";
import { matchPaths } from "./match-path";
import type { NativeRoute, SocketRoute, StreamRoute } from "./native-route";
import { stampAddress } from "./stamp-address";

/** Everything a web process answers. What no table has falls through to `rest` (Next). */
export type Served = {
  /** Public origin, put in front of the raw path; read per request, because settings may change it. */
  origin: () => string;
  native: readonly NativeRoute[];
  streams: readonly StreamRoute[];
  sockets: readonly SocketRoute[];
  rest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Upgrades that no table has; without it they are refused. */
  restUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

/** A running HTTP server; `stop` answers what is in flight, opens no more streams, and cuts what takes longer than 10 s. */
export type Serving = { server: Server; listen(port: number): Promise<void>; stop(): Promise<void> };

const PATIENCE_MS = 10_000;
const SWEEP_MS = 50;
/** Longer than the 60 s of the usual balancers, which otherwise reuse a connection that we are just closing. */
const KEEP_ALIVE_MS = 65_000;

/** One HTTP server over our own tables and Next. It does not listen yet. */
export function serve(served: Served): Serving {
  const stopping = new AbortController();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, dispatch(served, stopping.signal));
  server.on("upgrade", dispatchUpgrade(served));
  return {
    server,
    listen: (port) => listen(server, port),
    stop: () => {
      stopping.abort();
      return close(server);
    },
  };
}

function dispatch(served: Served, stopping: AbortSignal) {
  const byMethod = new Map(
    ["GET", "POST", "PUT", "DELETE"].map((method) => [
      method,
      matchPaths(served.native.filter((route) => route.method === method)),
    ]),
  );
  const matchStream = matchPaths(served.streams);
  return (request: IncomingMessage, response: ServerResponse) => {
    stampAddress(request.headers, request.socket.remoteAddress);
    if (stopping.aborted) response.setHeader("connection", "close");
    const path = pathOf(request);
    const native = byMethod.get(request.method ?? "")?.(path);
    if (native) return void answerNatively(native, request, response, served.origin());
    const stream = request.method === "GET" ? matchStream(path) : undefined;
    if (stream && stopping.aborted) return void response.writeHead(503).end();
    const answered = stream ? stream.route.open(request, response) : served.rest(request, response);
    Promise.resolve(answered).catch((error: unknown) => fail(request, response, error));
  };
}

function dispatchUpgrade(served: Served) {
  const match = matchPaths(served.sockets);
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const found = match(pathOf(request));
    if (found) return found.route.upgrade(request, socket, head, found.params);
    if (served.restUpgrade) served.restUpgrade(request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  };
}

function pathOf(request: IncomingMessage): string {
  const target = request.url ?? "/";
  const query = target.indexOf("?");
  return query < 0 ? target : target.slice(0, query);
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  console.error(`${request.method} ${pathOf(request)} failed:`, error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { "content-type": "text/plain" }).end("Something went wrong on our side.");
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    // A connection whose last answer was begun before stays open for the next request, which shall not come.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
