import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { apiScopes } from "@/lib/auth/permissions";
import { log } from "@/lib/http";
import { callRoute, testRequest } from "@/lib/http/testing";
import { createView } from "@/lib/inbox";
import { createKey } from "@/lib/keys";
import { type Operation, operations } from "@/lib/openapi";
import { installWiring } from "@/lib/wiring/install-wiring";
import { connectOwner, type Desk, fingerprint, idOf, openDesks } from "./demo-tenants";
import { findRoutes } from "./find-routes";

/** Which row the `{id}` of a path names, by the path's first word. */
const tables: Readonly<Record<string, [table: string, where?: string]>> = {
  conversations: ["conversations"],
  customers: ["customers"],
  appointments: ["appointments"],
  automations: ["automations"],
  "customer-fields": ["customer_fields"],
  "customer-imports": ["customer_imports"],
  "saved-replies": ["saved_replies"],
  inbox: ["inbox_views"],
  messages: ["messages", "direction = 'outbound'"],
  media: ["message_media"],
  calls: ["calls"],
  recordings: ["recordings"],
  members: ["members"],
  invitations: ["invitations"],
  keys: ["api_keys"],
  numbers: ["numbers"],
  flows: ["flows"],
  queues: ["queues"],
  integrations: ["connections"],
  me: ["sessions"],
  softphone: ["calls"],
};

const routes = await findRoutes();
let owner: pg.Client;
let mine: Desk;
let other: Desk;
let programKey: string;

beforeAll(async () => {
  log.level = "silent"; // hundreds of refusals
  owner = await connectOwner();
  installWiring();
  ({ first: other, second: mine } = await openDesks(owner));
  await owner.query(
    `INSERT INTO message_media (tenant_id, id, message_id, position, content_type, state)
     SELECT tenant_id, gen_random_uuid(), id, 9, 'image/png', 'failed' FROM messages WHERE tenant_id = $1 LIMIT 1`,
    [other.ctx.tenantId],
  );
  await createView(other.ctx, {
    name: "Urgent",
    isShared: true,
    filter: { tab: "open", priority: "urgent" },
  });
  programKey = (await createKey(mine.ctx, { name: "Everything", scopes: [...apiScopes] })).key;
});

afterAll(() => owner.end());

async function foreignId({ path }: Operation): Promise<string> {
  if (path === ownCall) return carrierCallId();
  const [table, where] = tables[path.split("/")[1] ?? ""] ?? [];
  if (!table) throw new Error(`Say in this test which table the id of ${path} is of.`);
  return table === "sessions" ? other.sessionId : idOf(owner, other, table, where);
}

/** Takes the carrier's id of a call, and shows it to the one person whose browser made it. */
const ownCall = "/softphone/calls/{id}";

async function carrierCallId(): Promise<string> {
  const found = await owner.query<{ id: string }>(
    "SELECT carrier_call_id AS id FROM calls WHERE tenant_id = $1 AND carrier = 'twilio' LIMIT 1",
    [other.ctx.tenantId],
  );
  return found.rows[0]?.id ?? "";
}

async function ask(
  operation: Operation,
  desk: Desk | "program",
  changes: Partial<Operation["example"]> = {},
) {
  const { method, path } = operation;
  const example = { ...operation.example, ...changes };
  const handler = routes.find((route) => route.name === `${method} /api/v1${path}`)?.handler;
  if (!handler) throw new Error(`There is no route for ${method} ${path}.`);
  const proof: Record<string, string | null> =
    desk === "program" ? { authorization: `Bearer ${programKey}`, origin: null } : { cookie: desk.cookie };
  const query = new URLSearchParams(example.query ?? {}).toString();
  const request = testRequest(method, `/api/v1${path.replaceAll(/[{}]/g, "")}${query && `?${query}`}`, {
    ...(operation.body ? { json: example.body } : {}),
    headers: proof,
  });
  return callRoute(handler, request, example.params ?? {});
}

/** Routes that answer alike for every id there is or is not, each with the reason. */
const indifferent: Readonly<Record<string, string>> = {
  "/conversations/{id}/typing":
    "a word to the colleagues' open screens, stored nowhere and looked up nowhere",
};

// What the platform does spans businesses; routes.test.ts proves that only its super admins get there.
const withId = operations.filter(
  ({ path, can }) =>
    path.includes("{id}") && !["public", "super_admin"].includes(can) && !(path in indifferent),
);

describe("an id of another business is not found, with a request that would work for one's own, and nothing happens there", () => {
  test.each(withId.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    "%s",
    async (_, operation) => {
      const params = { ...operation.example.params, id: await foreignId(operation) };
      const before = await fingerprint(owner, other);
      const answer = await ask(operation, mine, { params });
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: "not_found" });
      const byKey = (await ask(operation, "program", { params })).status;
      expect([403, 404, 422]).toContain(byKey); // 422: only people read, type and draft
      expect(await fingerprint(owner, other)).toEqual(before);
    },
  );

  const readable = withId.filter(
    ({ method, path }) => method === "GET" && !path.startsWith("/integrations") && path !== ownCall,
  );

  test.each(readable.map((operation) => [operation.path, operation] as const))(
    "broken twin: for its own business %s is found",
    async (_, operation) => {
      const params = { ...operation.example.params, id: await foreignId(operation) };
      const { status } = await ask(operation, other, { params }).catch((error: unknown) => {
        // A file is no JSON.
        if (error instanceof SyntaxError) return { status: 200 };
        throw error;
      });
      expect(operation.path === "/media/{id}" ? [200, 404] : [200]).toContain(status);
    },
  );
});

const named = (method: string, path: string) => {
  const found = operations.find((operation) => operation.method === method && operation.path === path);
  if (!found) throw new Error(`There is no ${method} ${path}.`);
  return found;
};

describe("an id of another business inside a request", () => {
  const cases: [what: string, ask: () => ReturnType<typeof ask>][] = [
    [
      "a conversation to answer in",
      async () =>
        ask(named("POST", "/messages"), mine, {
          body: { conversationId: await idOf(owner, other, "conversations"), body: "x" },
        }),
    ],
    [
      "a file to send",
      async () =>
        ask(named("POST", "/messages"), mine, {
          body: {
            conversationId: await idOf(owner, mine, "conversations"),
            ...{ channel: "sms", body: "x", mediaIds: [await idOf(owner, other, "uploads")] },
          },
        }),
    ],
    [
      "a member to assign to",
      async () =>
        ask(named("PUT", "/conversations/{id}/assignee"), mine, {
          params: { id: await idOf(owner, mine, "conversations") },
          body: { kind: "member", memberId: await idOf(owner, other, "members") },
        }),
    ],
    [
      "a team for a channel",
      async () =>
        ask(named("PATCH", "/numbers/{id}/channels/{kind}"), mine, {
          params: { id: await idOf(owner, mine, "numbers"), kind: "voice" },
          body: { teamId: await idOf(owner, other, "teams") },
        }),
    ],
    [
      "somebody to ring",
      async () =>
        ask(named("PUT", "/numbers/{id}/routing"), mine, {
          params: { id: await idOf(owner, mine, "numbers") },
          body: { mode: "ring", targetIds: [await idOf(owner, other, "transfer_targets")] },
        }),
    ],
    [
      "a flow for a number",
      async () =>
        ask(named("PUT", "/numbers/{id}/routing"), mine, {
          params: { id: await idOf(owner, mine, "numbers") },
          body: { mode: "flow", flowId: await idOf(owner, other, "flows") },
        }),
    ],
    [
      "a business to work in",
      () => ask(named("PUT", "/session/tenant"), mine, { body: { tenantId: other.ctx.tenantId } }),
    ],
    [
      "an account to buy with",
      async () =>
        ask(named("POST", "/numbers/imports"), mine, {
          body: {
            carrier: "twilio",
            e164: "+14155550123",
            connectionId: await idOf(owner, other, "connections"),
          },
        }),
    ],
  ];

  test.each(cases)("%s: refused, and neither business is changed", async (_, request) => {
    const before = [await fingerprint(owner, mine), await fingerprint(owner, other)];
    const { status, body } = await request();
    expect([403, 404, 422], JSON.stringify(body)).toContain(status);
    expect([await fingerprint(owner, mine), await fingerprint(owner, other)]).toEqual(before);
  });

  const lists: [path: string, query: () => Promise<Record<string, string>>][] = [
    ["/conversations", async () => ({ customerId: await idOf(owner, other, "customers") })],
    ["/calls", async () => ({ customerId: await idOf(owner, other, "customers") })],
    ["/calls", async () => ({ numberId: await idOf(owner, other, "numbers") })],
    ["/inbox/rows", async () => ({ ids: await idOf(owner, other, "conversations") })],
    ["/customers", async () => ({ address: await addressOf(other) })],
    ["/customers", async () => ({ search: (await addressOf(other)).slice(-8) })],
    ["/inbox/search", async () => ({ q: await addressOf(other) })],
    ["/conversations", async () => ({ cursor: await cursorOf(other) })],
  ];

  test.each(lists)("%s finds nothing of the other's", async (path, query) => {
    const { status, body } = await ask(named("GET", path), mine, { query: await query() });
    if (status !== 400) {
      expect(status).toBe(200);
      const { rows } = await owner.query(
        "SELECT id FROM conversations WHERE tenant_id = $1 UNION SELECT id FROM customers WHERE tenant_id = $1",
        [other.ctx.tenantId],
      );
      const text = JSON.stringify(body);
      expect(rows.filter(({ id }) => text.includes(id))).toEqual([]);
    }
  });
});

async function addressOf({ ctx }: Desk): Promise<string> {
  const { rows } = await owner.query(
    "SELECT address FROM customer_addresses WHERE tenant_id = $1 ORDER BY address LIMIT 1",
    [ctx.tenantId],
  );
  return rows[0].address;
}

async function cursorOf(desk: Desk): Promise<string> {
  const { body } = await ask(named("GET", "/conversations"), desk, { query: { limit: "1" } });
  return (body as { nextCursor: string }).nextCursor;
}
