import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError, appErrorCodes } from "@/lib/kernel/errors";
import { createRoute } from "./create-route";
import { IdParams } from "./parse-params";
import { statusOf } from "./problem";
import { callRoute, fakeGate, testRequest } from "./testing";

const { logged } = vi.hoisted(() => ({ logged: [] as unknown[] }));
vi.mock("./log", () => ({ log: { error: (facts: unknown) => logged.push(facts) } }));
beforeEach(() => void logged.splice(0));

const route = createRoute(fakeGate);
const Body = z.object({ text: z.string().max(50), more: z.unknown().optional() });
const echo = route({ can: "touch", body: Body, status: 201 }, ({ ctx, body }) => ({
  ...body,
  by: ctx.actor.kind,
}));
const asUser = { cookie: "user" };
const post = (options: Parameters<typeof testRequest>[2]) =>
  callRoute(
    echo,
    testRequest("POST", "/api/v1/things", { ...options, headers: { ...asUser, ...options?.headers } }),
  );

test("a good request gets its answer, a request id and headers that keep it private", async () => {
  const { status, body, headers } = await post({ json: { text: "hello" } });
  expect([status, body]).toEqual([201, { text: "hello", by: "user" }]);
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("nothing to say is 204", async () => {
  const quiet = route({ can: "look" }, () => undefined);
  const { status, body } = await callRoute(quiet, testRequest("GET", "/x", { headers: asUser }));
  expect([status, body]).toEqual([204, undefined]);
});

test.each<[string, string, Record<string, string>, number]>([
  ["a stranger", "look", {}, 401],
  ["a wrong key", "look", { authorization: "Bearer wrong" }, 401],
  ["a wrong key beside a good cookie", "look", { authorization: "Bearer wrong", cookie: "user" }, 401],
  ["a key that may", "look", { authorization: "Bearer key" }, 200],
  ["a key that may not", "touch", { authorization: "Bearer key" }, 403],
  ["a key at a person's route", "signed_in", { authorization: "Bearer key" }, 403],
  ["a user in no tenant", "look", { cookie: "nobody" }, 403],
  ["a user in no tenant at a person's route", "signed_in", { cookie: "nobody" }, 200],
  ["a user at the platform's route", "super_admin", { cookie: "user" }, 403],
  ["a super admin at the platform's route", "super_admin", { cookie: "super" }, 200],
  ["a stranger at a public route", "public", {}, 200],
  ["a wrong key at a public route", "public", { authorization: "Bearer wrong" }, 200],
])("%s asking for %s", async (_who, can, headers, expected) => {
  const handler = route({ can: can as "look" }, () => ({}));
  expect((await callRoute(handler, testRequest("GET", "/x", { headers }))).status).toBe(expected);
});

test.each<[string, Record<string, string | null>, number]>([
  ["our own origin", {}, 201],
  ["another origin", { origin: "https://evil.test" }, 403],
  ["a sandboxed page", { origin: "null" }, 403],
  ["another port of this machine", { origin: "http://localhost:9999" }, 403],
  ["our host under another scheme", { origin: "https://localhost:3000" }, 403],
  [
    "this machine by another loopback name that it was asked by",
    { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
    201,
  ],
  ["a rebound name that it was asked by", { origin: "http://evil.test:3000", host: "evil.test:3000" }, 403],
  ["no origin", { origin: null }, 403],
  ["no origin, same site by the browser's word", { origin: null, "sec-fetch-site": "same-origin" }, 201],
  ["our origin, cross-site by the browser's word", { "sec-fetch-site": "cross-site" }, 403],
])("a change by cookie from %s", async (_from, headers, expected) => {
  expect((await post({ json: { text: "x" }, headers })).status).toBe(expected);
});

test("a program with a key needs no origin", async () => {
  const look = route({ can: "look", body: Body }, ({ body }) => body);
  const headers = { authorization: "Bearer key", origin: null };
  expect((await callRoute(look, testRequest("POST", "/x", { json: { text: "x" }, headers }))).status).toBe(
    200,
  );
});

test.each<[string, Parameters<typeof testRequest>[2], number, string]>([
  ["no JSON", { raw: "{" }, 400, "invalid_input"],
  ["no body at all", {}, 400, "invalid_input"],
  [
    "a form",
    { raw: "text=x", headers: { "content-type": "application/x-www-form-urlencoded" } },
    400,
    "invalid_input",
  ],
  [
    "plain text, which other sites may send",
    { json: { text: "x" }, headers: { "content-type": "text/plain" } },
    400,
    "invalid_input",
  ],
  ["bytes that are no UTF-8", { raw: new Uint8Array([123, 34, 255, 254, 34, 125]) }, 400, "invalid_input"],
  ["a NUL", { json: { text: "a\u0000b" } }, 400, "invalid_input"],
  ["a NUL deep inside", { json: { text: "x", more: [{ a: ["\u0000"] }] } }, 400, "invalid_input"],
  ["a NUL in a name", { json: { text: "x", more: { "a\u0000": 1 } } }, 400, "invalid_input"],
  ["half a surrogate pair", { raw: '{"text":"\\ud800"}' }, 400, "invalid_input"],
  ["a field that does not fit", { json: { text: 5 } }, 400, "invalid_input"],
  ["a megabyte and more", { json: { text: "x".repeat(1_100_000) } }, 413, "too_large"],
  [
    "a megabyte under a small promise",
    { raw: "x".repeat(1_100_000), headers: { "content-length": "10" } },
    413,
    "too_large",
  ],
  [
    "a tower of brackets",
    { raw: `{"text":"x","more":${"[".repeat(50_000)}${"]".repeat(50_000)}}` },
    400,
    "invalid_input",
  ],
])("a body with %s", async (_what, options, status, code) => {
  const answer = await post(options);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ code, status });
});

test("a field that does not fit is named", async () => {
  const { body } = await post({ json: { text: "x".repeat(51) } });
  expect(body).toMatchObject({
    errors: [{ in: "body", field: "text", message: expect.stringMatching(/50/) }],
  });
});

test("the query is checked; a name that comes twice is no single value", async () => {
  const list = route(
    { can: "look", query: z.object({ page: z.coerce.number().default(1) }) },
    ({ query }) => query,
  );
  const ask = (path: string) => callRoute(list, testRequest("GET", path, { headers: asUser }));
  expect((await ask("/x?page=3&other=1")).body).toEqual({ page: 3 });
  expect((await ask("/x")).body).toEqual({ page: 1 });
  expect((await ask("/x?page=abc")).status).toBe(400);
  expect((await ask("/x?page=1&page=2")).status).toBe(400);
  expect((await ask("/x?page=1&q=%00")).status).toBe(400);
  expect((await ask("/x?page=1&__proto__=2")).status).toBe(200);
});

test.each(["1", "", "' OR 1=1 --", "00000000-0000-0000-0000-000000000000"])(
  "the id %j cannot name anything",
  async (id) => {
    const find = route({ can: "look", params: IdParams }, ({ params }) => params);
    expect((await callRoute(find, testRequest("GET", "/x", { headers: asUser }), { id })).status).toBe(404);
  },
);

test("every failure is a problem with code, sentence and request id", async () => {
  for (const code of appErrorCodes) {
    const failing = route({ can: "public" }, () => {
      throw new AppError(code, "A sentence.", { details: { reason: "some_reason", retryAfterSeconds: 7 } });
    });
    const { status, body, headers } = await callRoute(failing, testRequest("GET", "/x"));
    expect(status).toBe(statusOf[code]);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("retry-after")).toBe("7");
    expect(body).toMatchObject({
      status,
      code,
      detail: "A sentence.",
      reason: "some_reason",
      type: "about:blank",
    });
    expect(body).toMatchObject({ requestId: headers.get("x-request-id") });
  }
});

test("a refusal's own code stands in place of the general one", async () => {
  const failing = route({ can: "public" }, () => {
    throw new AppError("refused", "They opted out.", { details: { code: "opted_out", instead: [] } });
  });
  const { status, body } = await callRoute(failing, testRequest("GET", "/x"));
  expect([status, body]).toMatchObject([422, { code: "opted_out", instead: [] }]);
});

test("an unexpected error shows a fixed sentence and keeps its cause for the log", async () => {
  const failing = route({ can: "public" }, () => {
    throw new TypeError("secret detail of the database");
  });
  const { status, body } = await callRoute(failing, testRequest("GET", "/x"));
  expect([status, body]).toMatchObject([
    500,
    { code: "internal", detail: "Something went wrong on our side." },
  ]);
  expect(JSON.stringify(body)).not.toContain("secret");
  expect(logged).toMatchObject([{ code: "internal", err: { message: "secret detail of the database" } }]);
});

test.each([
  ["a refused connection", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
  ["a database that shuts down", Object.assign(new Error("terminating"), { code: "57P01" })],
  ["too many connections", Object.assign(new Error("sorry"), { code: "53300" })],
  ["Prisma that reaches no server", Object.assign(new Error("Can't reach"), { code: "P1001" })],
  [
    "a lost connection inside another error",
    new Error("outer", { cause: new Error("Connection terminated unexpectedly") }),
  ],
])("%s is 503, so that the sender tries again", async (_what, error) => {
  const failing = route({ can: "public" }, () => Promise.reject(error));
  expect((await callRoute(failing, testRequest("GET", "/x"))).status).toBe(503);
});

test("a statement that the database refuses is not 503", async () => {
  const failing = route({ can: "public" }, () =>
    Promise.reject(Object.assign(new Error("dup"), { code: "23505" })),
  );
  expect((await callRoute(failing, testRequest("GET", "/x"))).status).toBe(500);
});

test("a costly route is slowed down per caller and says for how long", async () => {
  const costly = route({ can: "public", limit: { burst: 3, perSeconds: 60 } }, () => ({}));
  const from = (address: string) =>
    callRoute(costly, testRequest("GET", "/costly", { headers: { "x-trunkline-address": address } }));
  const statuses = [];
  for (let round = 0; round < 4; round += 1) statuses.push((await from("192.0.2.8")).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await from("192.0.2.9")).status).toBe(200);
  expect(Number((await from("192.0.2.8")).headers.get("retry-after"))).toBeGreaterThan(10);
});

test.each(["", "a b", "x".repeat(201), "ключ"])("the Idempotency-Key %j is refused", async (key) => {
  const headers = { "idempotency-key": Buffer.from(key).toString("latin1") };
  expect((await post({ json: { text: "x" }, headers })).status).toBe(400);
});
