import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** Values of the `{name}` segments of a path, percent-decoded. */
export type PathParams = Readonly<Record<string, string>>;

/** A request that the web process answers itself, ahead of Next; the same function can stand in an App Router route.ts. */
export type NativeRoute = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Such as `/api/twilio/{slug}/sms`. */
  path: string;
  /** The request's `url` is the public origin + the raw path and query, byte for byte: signatures cover it. */
  answer: (request: Request, params: PathParams) => Promise<Response>;
  /** Longest body in bytes; longer ones get 413 without being read. Default 256 kB. */
  maxBytes?: number;
};

/** A response that stays open (server-sent events). Whoever opened the streams closes them when the process stops. */
export type StreamRoute = {
  path: string;
  open: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
};

/** A WebSocket: takes the socket over and answers the handshake. */
export type SocketRoute = {
  path: string;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, params: PathParams) => void;
};
