import type pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { createAutomation } from "@/lib/automations";
import { NewAutomation } from "@/lib/automations/schema";
import { addAddress, createCustomer } from "@/lib/customers";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { callRoute, testRequest } from "@/lib/http/testing";
import { createReply } from "@/lib/inbox";
import { newId } from "@/lib/kernel/ids";
import { sendMessage } from "@/lib/messages";
import { type Operation, operations } from "@/lib/openapi";
import { mergeCustomers } from "@/lib/persons";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { connectOwner, type Desk, idOf, openDesks } from "./demo-tenants";
import { findRoutes } from "./find-routes";

const routes = await findRoutes();
let owner: pg.Client;
let desk: Desk;
let simulator: Simulator;

beforeAll(async () => {
  log.level = "silent"; // what a carrier refuses
  owner = await connectOwner();
  installWiring();
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  env.simulatorUrl = simulator.url;
  for (const carrier of Object.values(env.carriers)) carrier.apiBaseUrl = simulator.url;
  ({ first: desk } = await openDesks(owner));
});

afterAll(async () => {
  await owner.end();
  await simulator.close();
});

/** What to ask instead of the example, whose ids do not exist. */
const real: Readonly<Record<string, () => Promise<Operation["example"]>>> = {
  "POST /messages": async () => ({
    body: { conversationId: await openConversation(), body: "Hello", channel: "sms" },
  }),
  "GET /messages/{id}": async () => ({
    params: { id: await idOf(owner, desk, "messages", "direction = 'outbound'") },
  }),
  "PUT /messages/{id}/schedule": async () => ({
    params: { id: await scheduledMessage() },
    body: { body: "See you at ten" },
  }),
  "POST /messages/{id}/retries": async () => ({ params: { id: await failedMessage() } }),
  "GET /conversations/{id}": async () => ({ params: { id: await openConversation() } }),
  "GET /conversations/{id}/entries": async () => ({
    params: { id: await longestConversation() },
    query: { limit: "200" },
  }),
  "POST /conversations/{id}/notes": async () => ({
    params: { id: await openConversation() },
    body: { body: "x" },
  }),
  "POST /saved-replies": async () => ({ body: { name: "Parking", body: "By the mill" } }),
  "PUT /saved-replies/{id}": async () => ({
    params: { id: (await createReply(desk.ctx, { name: "Prices", body: "x" })).id },
    body: { name: "Prices", body: "From ten" },
  }),
  "GET /conversations/{id}/saved-replies": async () => ({ params: { id: await openConversation() } }),
  "POST /conversations/changes": async () => ({
    body: { items: [{ id: await openConversation(), priority: "high" }] },
  }),
  "GET /customers": async () => ({ query: { limit: "100" } }),
  "GET /customers/{id}": async () => ({ params: { id: await idOf(owner, desk, "customers") } }),
  "PATCH /customers/{id}": async () => ({
    params: { id: await idOf(owner, desk, "customers") },
    body: { tags: ["x"] },
  }),
  "POST /customers": async () => ({ body: { name: "Nora New", address: "+1 415 555 0177" } }),
  "POST /customers/{id}/addresses": async () => ({
    params: { id: await idOf(owner, desk, "customers") },
    body: { address: "+1 415 555 0178" },
  }),
  "DELETE /customers/{id}/addresses/{addressId}": async () => ({ params: await spareAddress() }),
  "GET /customers/{id}/notes": async () => ({ params: { id: await idOf(owner, desk, "customers") } }),
  "GET /customers/{id}/merges": async () => ({ params: await mergedPair() }),
  "POST /customers/{id}/merges": async () => ({
    params: { id: await newCustomer() },
    body: { customerId: await newCustomer() },
  }),
  "DELETE /customers/{id}/merges/{mergeId}": async () => ({ params: await mergedPair() }),
  "POST /customers/{id}/erasure": async () => ({
    params: { id: await newCustomer() },
    body: { confirmation: "Nobody Much" },
  }),
  "POST /customers/{id}/notes": async () => ({
    params: { id: await idOf(owner, desk, "customers") },
    body: { body: "x" },
  }),
  "GET /customers/{id}/consent": async () => ({ params: { id: await idOf(owner, desk, "customers") } }),
  "GET /customers/{id}/entries": async () => ({ params: { id: await idOf(owner, desk, "customers") } }),
  "POST /customer-fields": async () => ({ body: { label: "Plan" } }),
  "PATCH /customer-fields/{id}": async () => ({
    params: { id: await idOf(owner, desk, "customer_fields") },
    body: { label: "Size of shoes" },
  }),
  "GET /automations/{id}": async () => ({ params: { id: await loggedRule() } }),
  "PUT /automations/{id}": async () => ({
    params: { id: await loggedRule() },
    body: { name: "Tagger", rule: tagger, version: 1 },
  }),
  "PUT /automations/{id}/activation": async () => ({
    params: { id: await loggedRule() },
    body: { isOn: false },
  }),
  "GET /automations/{id}/runs": async () => ({ params: { id: await loggedRule() } }),
  "GET /automations/{id}/secret": async () => ({ params: { id: await loggedRule() } }),
  "GET /calls": async () => ({ query: { limit: "100" } }),
  "GET /calls/{id}": async () => ({ params: { id: await idOf(owner, desk, "calls") } }),
  "GET /calls/{id}/traces": async () => ({ params: { id: await idOf(owner, desk, "calls") } }),
  "GET /conversations": async () => ({ query: { limit: "100" } }),
  "GET /numbers/{id}/verification": async () => ({ params: { id: await idOf(owner, desk, "numbers") } }),
  "GET /numbers/available": async () => ({ query: { carrier: "twilio", country: "US" } }),
  "POST /numbers/purchases": async () => ({ body: { carrier: "twilio", e164: await numberForSale() } }),
};

/** These need an account of one's own at the carrier; the tests of their own folders look at what they answer. */
const elsewhere =
  /^(POST|PUT|DELETE) \/(integrations|numbers\/(imports|\{id\}))|\/integrations\/\{id\}|POST \/(media|customer-imports)|\/customer-imports\/\{id\}|^\w+ \/(appointments(?!\/offers)|booking)/;

const asked = operations.filter(({ answer, method, path }) => answer && !elsewhere.test(`${method} ${path}`));

test.each(asked.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  "%s answers what the description says, and nothing more",
  async (name, operation) => {
    const { status, body } = await ask(operation, (await real[name]?.()) ?? operation.example);
    expect(status, JSON.stringify(body)).toBe(operation.status ?? 200);
    expect(operation.answer?.safeParse(body).error).toBeUndefined();
    if (operation.method === "GET" && hasData(body))
      expect(body.data.length, "nothing to look at").toBeGreaterThan(0);
  },
);

test("every kind of entry was looked at", async () => {
  const { rows } = await owner.query("SELECT DISTINCT channel FROM messages WHERE tenant_id = $1", [
    desk.ctx.tenantId,
  ]);
  expect(rows.map(({ channel }) => channel)).toEqual(expect.arrayContaining(["sms", "whatsapp", "note"]));
});

async function ask({ method, path, body }: Operation, example: Operation["example"]) {
  const handler = routes.find((route) => route.name === `${method} /api/v1${path}`)?.handler;
  if (!handler) throw new Error(`There is no route for ${method} ${path}.`);
  const query = new URLSearchParams(example.query ?? {}).toString();
  const request = testRequest(method, `/api/v1${path.replaceAll(/[{}]/g, "")}${query && `?${query}`}`, {
    ...(body ? { json: example.body } : {}),
    headers: { cookie: desk.cookie },
  });
  return callRoute(handler, request, example.params ?? {});
}

function hasData(body: unknown): body is { data: unknown[] } {
  return typeof body === "object" && body !== null && "data" in body && Array.isArray(body.data);
}

/** An address that its customer can lose. */
async function spareAddress(): Promise<{ id: string; addressId: string }> {
  const id = await idOf(owner, desk, "customers");
  const { addresses } = await addAddress(desk.ctx, { id, address: "+1 415 555 0179" });
  return { id, addressId: addresses.at(-1)?.id ?? "" };
}

async function openConversation(): Promise<string> {
  const { rows } = await owner.query(
    `SELECT c.id FROM conversations c JOIN customer_addresses a ON a.tenant_id = c.tenant_id AND a.customer_id = c.customer_id
      WHERE c.tenant_id = $1 AND c.status = 'open' AND a.kind = 'phone'
        AND NOT EXISTS (SELECT FROM suppressions s WHERE s.tenant_id = a.tenant_id AND s.address = a.address) LIMIT 1`,
    [desk.ctx.tenantId],
  );
  return rows[0].id;
}

const tagger = { trigger: { on: "customer_created" }, steps: [{ do: "tag", tag: "new" }] };

/** A rule that has met something and done a step. */
async function loggedRule(): Promise<string> {
  const { id } = await createAutomation(desk.ctx, NewAutomation.parse({ name: "Tagger", rule: tagger }));
  const values = [desk.ctx.tenantId, id, newId()];
  await owner.query(
    `INSERT INTO automation_runs (tenant_id, id, automation_id, version, event_key, happening, status, finished_at)
     VALUES ($1, $3, $2, 1, 'once', '{"on": "customer_created"}', 'done', now())`,
    values,
  );
  await owner.query(
    `INSERT INTO automation_steps (tenant_id, run_id, position, kind, outcome, sentence) VALUES ($1, $2, 0, 'tag', 'done', 'Tagged.')`,
    [desk.ctx.tenantId, values[2]],
  );
  return id;
}

async function longestConversation(): Promise<string> {
  const { rows } = await owner.query(
    `SELECT conversation_id AS id FROM calls WHERE tenant_id = $1 AND conversation_id IS NOT NULL
      GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    [desk.ctx.tenantId],
  );
  return rows[0].id;
}

async function newCustomer(): Promise<string> {
  const address = `+1415555${String(Math.floor(1000 + Math.random() * 9000))}`;
  return (await createCustomer(desk.ctx, { name: "Nobody Much", address })).id;
}

async function mergedPair(): Promise<{ id: string; mergeId: string }> {
  const id = await newCustomer();
  const { id: mergeId } = await mergeCustomers(desk.ctx, { id, customerId: await newCustomer() });
  return { id, mergeId };
}

async function scheduledMessage(): Promise<string> {
  const conversationId = await openConversation();
  const sendAt = new Date(Date.now() + 86_400_000);
  const sent = await sendMessage(desk.ctx, { conversationId, body: "See you", channel: "sms", sendAt });
  return sent.ok ? sent.id : "";
}

async function failedMessage(): Promise<string> {
  const { rows } = await owner.query(
    `UPDATE messages SET status = 'failed', status_rank = 4, error_code = '30006' WHERE (tenant_id, id) IN
       (SELECT tenant_id, id FROM messages WHERE tenant_id = $1 AND conversation_id = $2 AND direction = 'outbound' AND channel = 'sms' LIMIT 1)
     RETURNING id`,
    [desk.ctx.tenantId, await openConversation()],
  );
  return rows[0].id;
}

async function numberForSale(): Promise<string> {
  const search = operations.find(({ path }) => path === "/numbers/available");
  const { body } = search
    ? await ask(search, { query: { carrier: "twilio", country: "US" } })
    : { body: null };
  return hasData(body) ? (body.data[0] as { e164: string }).e164 : "";
}
