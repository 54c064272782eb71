import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { CarrierName } from "../world/records";
import type { World } from "../world/world";

/** One request, read whole. */
export type Exchange = {
  world: World;
  method: string;
  /** Path as sent, without the query. */
  path: string;
  /** What `{name}` in the route's pattern stood for, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The host that the client meant: `x-original-host` when the SDK was redirected here, else `host`. */
  host: string;
  body: Buffer;
  /** The body as a form; empty for other content types. */
  form: URLSearchParams;
};

/** An answer. `stream` takes the connection over instead of a body (server-sent events). */
export type Reply = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  stream?: (response: ServerResponse) => void;
};

/** One line of the routes table. `carrier` marks a carrier's REST path: faults of target `rest` strike there. */
export type Route = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with `{name}` for one segment (a dot ends a name, so `{sid}.json` works). */
  path: string;
  carrier?: CarrierName;
  answer: (exchange: Exchange) => Reply | Promise<Reply>;
};

/** How a carrier words trouble that strikes before its own code runs. */
export type TroubleReply = (status: 429 | 500) => Reply;
