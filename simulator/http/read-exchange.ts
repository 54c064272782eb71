import type { IncomingMessage } from "node:http";
import type { World } from "../world/world";
import type { Exchange } from "./exchange";

/** Pictures travel as base64 in JSON; more than this is no message. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a request whole. Throws when the body is larger than any real one. */
export async function readExchange(world: World, request: IncomingMessage): Promise<Exchange> {
  const [path = "/", search = ""] = splitOnce(request.url ?? "/", "?");
  const body = await readBody(request);
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  return {
    world,
    method: request.method ?? "GET",
    path,
    params: {},
    query: new URLSearchParams(search),
    headers: request.headers,
    host: String(request.headers["x-original-host"] ?? request.headers.host ?? ""),
    body,
    form: new URLSearchParams(isForm ? body.toString("utf8") : ""),
  };
}

/** The body as JSON, or undefined when it is none. A page of another site cannot send this content type unasked. */
export function readJson(exchange: Exchange): unknown {
  if (!exchange.headers["content-type"]?.includes("application/json")) return undefined;
  try {
    return JSON.parse(exchange.body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("The request is larger than 32 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
