import { isIP } from "node:net";
import { Agent, type Dispatcher, fetch as undiciFetch } from "undici";
import { guardedAgent } from "./guarded-agent";
import { isPublicAddress } from "./public-address";

export type FetchRequest = {
  url: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Those named like a credential are left out once a redirect leaves the origin. */
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Host names that may be asked, redirects included; left out: any public one. */
  allowHosts?: readonly string[];
  /** Hosts that a redirect may lead to besides `allowHosts`. "public": any public one. */
  redirectHosts?: readonly string[] | "public";
  /** Exact origins exempt from https and the address check: the configured simulator's, nothing else. */
  trustedOrigins?: readonly string[];
  /** Longest answer, after decompression. */
  maxBytes: number;
  /** For the whole exchange, redirects and body included. */
  timeoutMilliseconds: number;
  /** Accepted types of a 2xx answer, "image/" (prefix) or "audio/mpeg"; left out: all. */
  contentTypes?: readonly string[];
  /** How many redirects to follow, 0 to 3; default 0. */
  redirects?: number;
};

export type FetchProblem =
  | "url_refused"
  | "address_refused"
  | "redirect_refused"
  | "too_large"
  | "type_refused"
  | "timeout"
  | "unreachable";

export type FetchAnswer =
  | { ok: true; status: number; contentType: string; bytes: Uint8Array; headers: FetchHeaders }
  | { ok: false; reason: FetchProblem };

type FetchHeaders = { get(name: string): string | null };
type FetchedResponse = {
  status: number;
  headers: FetchHeaders;
  body: AsyncIterable<Uint8Array> | null;
};

/** The way out, replaceable in tests. */
export type FetchFunction = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body: string | null;
    redirect: "manual";
    signal: AbortSignal;
    dispatcher: Dispatcher;
  },
) => Promise<FetchedResponse>;

const guarded = guardedAgent();
const trusted = new Agent({ keepAliveTimeout: 4_000 });
const guardedPorts: readonly string[] = ["", "443", "8443"];
const droppedOnRedirect = /^(authorization|cookie|proxy-authorization|x-.*(auth|token|key|signature).*)$/i;

/**
 * Fetches an URL that somebody else chose, without letting it reach inside: https on 443 or 8443, no credentials in
 * the URL, every address checked while dialling, redirects off or checked again, size, time and type limited.
 * Credentials never follow a redirect to another origin. Never throws; an HTTP error status is an answer.
 */
export async function fetchGuarded(
  request: FetchRequest,
  dependencies: { fetch?: FetchFunction; agent?: Dispatcher } = {},
): Promise<FetchAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMilliseconds);
  try {
    return await follow(
      request,
      request.url,
      { ...request.headers },
      request.redirects ?? 0,
      signal,
      dependencies,
    );
  } catch (error) {
    return { ok: false, reason: readProblem(error, signal) };
  }
}

async function follow(
  request: FetchRequest,
  address: string,
  headers: Record<string, string>,
  redirectsLeft: number,
  signal: AbortSignal,
  dependencies: { fetch?: FetchFunction; agent?: Dispatcher },
): Promise<FetchAnswer> {
  const url = readUrl(address, request, address !== request.url);
  if (!url) return { ok: false, reason: address === request.url ? "url_refused" : "redirect_refused" };
  const isTrusted = request.trustedOrigins?.includes(url.origin) ?? false;
  const response = await (dependencies.fetch ?? realFetch)(url.href, {
    method: request.method ?? "GET",
    headers: { "accept-encoding": "identity", ...headers },
    body: request.body ?? null,
    redirect: "manual",
    signal,
    dispatcher: isTrusted ? trusted : (dependencies.agent ?? guarded),
  });
  const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
  if (location === null) return readAnswer(response, request);
  await discard(response);
  if (redirectsLeft <= 0 || !URL.canParse(location, url)) return { ok: false, reason: "redirect_refused" };
  const next = new URL(location, url);
  const kept = next.origin === url.origin ? headers : withoutCredentials(headers);
  return follow(request, next.href, kept, Math.min(redirectsLeft, 3) - 1, signal, dependencies);
}

const realFetch: FetchFunction = (url, init) => undiciFetch(url, init);

function readUrl(address: string, request: FetchRequest, isRedirect: boolean): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return null;
  if (request.trustedOrigins?.includes(url.origin)) return url;
  if (url.protocol !== "https:" || !guardedPorts.includes(url.port)) return null;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) return null;
  return isHostAllowed(url.hostname, request, isRedirect) ? url : null;
}

function isHostAllowed(host: string, request: FetchRequest, isRedirect: boolean): boolean {
  if (!request.allowHosts || request.allowHosts.includes(host)) return true;
  if (!isRedirect || !request.redirectHosts) return false;
  return request.redirectHosts === "public" || request.redirectHosts.includes(host);
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !droppedOnRedirect.test(name)));
}

async function readAnswer(response: FetchedResponse, request: FetchRequest): Promise<FetchAnswer> {
  const contentType =
    (response.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isSuccess = response.status >= 200 && response.status < 300;
  if (isSuccess && request.contentTypes && !isTypeAllowed(contentType, request.contentTypes)) {
    await discard(response);
    return { ok: false, reason: "type_refused" };
  }
  const announced = Number(response.headers.get("content-length") ?? "0");
  const bytes = announced > request.maxBytes ? null : await readBytes(response, request.maxBytes);
  if (!bytes) {
    await discard(response);
    return { ok: false, reason: "too_large" };
  }
  return { ok: true, status: response.status, contentType, bytes, headers: response.headers };
}

function isTypeAllowed(contentType: string, allowed: readonly string[]): boolean {
  return allowed.some((type) => (type.endsWith("/") ? contentType.startsWith(type) : contentType === type));
}

/** The body, or null as soon as it is longer than allowed. */
async function readBytes(response: FetchedResponse, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function discard(response: FetchedResponse): Promise<void> {
  if (response.body && "cancel" in response.body && typeof response.body.cancel === "function") {
    await response.body.cancel().catch(() => undefined);
  }
}

function readProblem(error: unknown, signal: AbortSignal): FetchProblem {
  if (signal.aborted) return "timeout";
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === "EBLOCKED") return "address_refused";
  }
  return "unreachable";
}
