import type { Person, Visitor } from "@/lib/kernel/callers";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";
import type { RouteHandler } from "./create-route";
import type { Caller, Gate } from "./gate";

const origin = "http://localhost:3000";

/** A request as a browser of our own pages sends it; `headers` add to that or, with null, take away. */
export function testRequest(
  method: string,
  path: string,
  {
    json,
    raw,
    headers = {},
  }: { json?: unknown; raw?: BodyInit; headers?: Record<string, string | null> } = {},
): Request {
  const body = json === undefined ? raw : JSON.stringify(json);
  const given: Record<string, string | null> = {
    origin: method === "GET" ? null : origin,
    "content-type": body === undefined ? null : "application/json",
    ...headers,
  };
  const present = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return new Request(`${origin}${path}`, { method, headers: Object.fromEntries(present), body });
}

/** Calls a handler as Next does and reads its answer. */
export async function callRoute(handler: RouteHandler, request: Request, params: object = {}) {
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
  const body: unknown = text === "" ? undefined : isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}

/**
 * A gate for tests without a database: the cookie `user` is an agent, `nobody` a user in no tenant, the key `key` a
 * program. Agents and keys may "look", only agents may "touch".
 */
export const fakeGate: Gate<"look" | "touch"> = {
  authenticate: async ({ cookie, authorization }, visitor) => findCaller(cookie, authorization, visitor),
  mayDo: (actor, permission) => permission === "look" || actor.kind === "user",
};

const tenantId = unsafeTenantId(newId());
const userId = newId();

function findCaller(cookie: string | null, authorization: string | null, visitor: Visitor): Caller | null {
  const { clock, requestId } = visitor;
  if (authorization === "Bearer key") {
    const ctx: Ctx = { tenantId, actor: { kind: "api_key", keyId: "k", scopes: [] }, clock, requestId };
    return { by: "api_key", person: null, ctx };
  }
  if (authorization !== null) throw new AppError("unauthenticated", "This API key is not valid.");
  if (cookie === null) return null;
  const person: Person = { ...visitor, userId, sessionId: newId(), isSuperAdmin: cookie === "super" };
  const ctx: Ctx = { tenantId, actor: { kind: "user", userId, role: "agent" }, clock, requestId };
  return { by: "session", person, ctx: cookie === "nobody" ? null : ctx };
}
