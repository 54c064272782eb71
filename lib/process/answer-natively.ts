import type { IncomingMessage, ServerResponse } from "node:http";
import type { NativeRoute, PathParams } from "./native-route";

const DEFAULT_MAX_BYTES = 256 * 1024;
const TOO_LARGE = Symbol("too large");

/** Runs one native route on Node's own request and response. Never throws; an unexpected error is a plain 500. */
export async function answerNatively(
  { route, params }: { route: NativeRoute; params: PathParams },
  message: IncomingMessage,
  response: ServerResponse,
  origin: string,
): Promise<void> {
  try {
    const body = await readBody(message, route.maxBytes ?? DEFAULT_MAX_BYTES);
    if (body === TOO_LARGE) return refuseLargeBody(response);
    await send(response, await route.answer(new RawRequest(message, body, origin), params));
  } catch (error) {
    if (message.destroyed && !message.complete) return; // the sender hung up halfway
    console.error(`${message.method} ${route.path} failed:`, error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { "content-type": "text/plain" }).end("Something went wrong on our side.");
  }
}

/** A Fetch request whose URL stays as it was sent; `new Request(url)` would tidy `..`, encodings and empty queries. */
class RawRequest extends Request {
  readonly #url: string;

  constructor(message: IncomingMessage, body: Buffer<ArrayBuffer> | undefined, origin: string) {
    super(origin, { method: message.method, headers: singleHeaders(message), body });
    this.#url = origin + message.url;
  }

  override get url(): string {
    return this.#url;
  }
}

/** Node joins repeated headers with commas, except set-cookie, which no request has. */
function singleHeaders(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name in message.headers) {
    const value = message.headers[name];
    if (typeof value === "string") headers[name] = value;
  }
  return headers;
}

function readBody(
  message: IncomingMessage,
  maxBytes: number,
): Promise<Buffer<ArrayBuffer> | undefined | typeof TOO_LARGE> {
  if (message.method === "GET") return Promise.resolve(undefined);
  if (Number(message.headers["content-length"] ?? 0) > maxBytes) return Promise.resolve(TOO_LARGE);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else resolve(TOO_LARGE);
    });
    message.once("end", () => resolve(Buffer.concat(chunks)));
    message.once("error", reject);
    message.once("close", () => reject(new Error("The sender hung up.")));
  });
}

/** The rest of the body is never read, so the connection cannot be used again. */
function refuseLargeBody(response: ServerResponse): void {
  response.writeHead(413, { "content-type": "text/plain", connection: "close" }).end("This is too large.");
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  const body = answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of answer.headers) headers[name] = value;
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  if (body) headers["content-length"] = String(body.length);
  response.writeHead(answer.status, headers).end(body);
}
