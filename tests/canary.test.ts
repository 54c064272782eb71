import pino from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { seedSession } from "@/lib/auth/testing";
import { rotateCredentials } from "@/lib/connections";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { callRoute, testRequest } from "@/lib/http/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { sendMessage } from "@/lib/messages";
import { breakRest, openAccount, startTestCarrier } from "@/lib/setup/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { deliver, textFields } from "@/lib/webhooks/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { findRoutes } from "./api/find-routes";

/** Credentials that stand nowhere else in the world. Whatever shows a part of one that is longer than its hint, leaks. */
const canaries = {
  token: "canary1token7d1e5f0a9b8c7d6e5f40",
  next: "canary2token0f1e2d3c4b5a69788796",
  wrong: "canary3token99887766554433221100",
  installation: "canary4token5a5a5a5a5a5a5a5a5a5a",
};
const account = { accountSid: `AC${"c".repeat(32)}`, authToken: canaries.token };
const e164 = "+12065550177";

const routes = await findRoutes();
const lines: string[] = [];
let simulator: Awaited<ReturnType<typeof startTestCarrier>>;
let tenant: SeededTenant;
let cookie: string;
let keySecret = "";
const before = { level: log.level, account: env.carriers.twilio?.account };
const stream = { [pino.symbols.streamSym]: Reflect.get(log, pino.symbols.streamSym) };

beforeAll(async () => {
  await testDatabase();
  installWiring();
  // Everything the process would log, at the finest level, as it would be written.
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } });
  log.level = "trace";
  simulator = await startTestCarrier();
  await openAccount(simulator, account, e164);
  Object.assign(env.carriers.twilio ?? {}, {
    account: { accountSid: `AC${"d".repeat(32)}`, authToken: canaries.installation },
  });
  tenant = await seedTenant();
  ({ cookie } = await seedSession(tenant.owner));
});
afterAll(async () => {
  log.level = before.level;
  Object.assign(log, stream);
  Object.assign(env.carriers.twilio ?? {}, { account: before.account });
  await simulator.close();
});

async function ask(method: string, path: string, json?: unknown, params: object = {}) {
  const route = routes.find(({ name }) => name === `${method} ${path}`);
  if (!route) throw new Error(`There is no ${method} ${path}.`);
  const request = testRequest(method, path, { json, headers: { cookie } });
  const { status, body } = await callRoute(route.handler, request, params);
  return { status, text: JSON.stringify(body) ?? "" };
}

/** What must not be found: each secret's first half and its middle, so that a cut one is found too. */
function shown(text: string): string[] {
  const secrets = { ...canaries, ...(keySecret ? { key: keySecret } : {}) };
  return Object.entries(secrets).flatMap(([name, secret]) =>
    [secret.slice(0, 14), secret.slice(8, 26)].some((part) => text.includes(part)) ? [name] : [],
  );
}

const given = { carrier: "twilio", scope: "tenant", e164 };
let id = "";

it("credentials that are refused are not shown again", async () => {
  const answers = [
    await ask("POST", "/twilio/verify", { ...account, authToken: canaries.wrong }),
    await ask("POST", "/api/v1/integrations", {
      ...given,
      credentials: { ...account, authToken: canaries.wrong },
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 422]);
  for (const { text } of answers) expect(shown(text)).toEqual([]);
});

it("credentials that connect, with a step that fails in the middle, are not shown, nor is the key that is made", async () => {
  await breakRest(simulator, "500-before", { path: "*Applications*", method: "POST" });
  const connected = await ask("POST", "/api/v1/integrations", { ...given, credentials: account });
  expect(connected.status).toBe(201);
  ({ connectionId: id } = JSON.parse(connected.text) as { connectionId: string });
  const done = await ask("POST", "/api/v1/integrations/{id}/setup", { e164 }, { id });
  expect(done.text).toContain('"isDone":true');
  const made = [...simulator.world.store.keys.values()].find((key) => key.accountSid === account.accountSid);
  keySecret = made?.secret ?? "";
  expect(keySecret.length).toBeGreaterThan(20);
  expect(shown(connected.text + done.text)).toEqual([]);
});

it("credentials that are rotated, forged with, and used on a broken line are not shown", async () => {
  await openAccount(simulator, { ...account, authToken: canaries.next });
  await rotateCredentials(tenant.ctx, id, {
    credentials: { authToken: canaries.next },
    overlapHours: 24,
  });
  const fields = textFields(e164, { AccountSid: account.accountSid });
  const path = `/api/twilio/${tenant.slug}/sms`;
  expect((await deliver({ path, fields, token: canaries.next })).status).toBe(200);
  expect((await deliver({ path, fields, token: canaries.wrong })).status).toBe(403);
  await breakRest(simulator, "drop", { path: "*Messages*", method: "POST" });
  await sendMessage(tenant.ctx, { to: "+14155552671", body: "Hello" });
  await runDueJobs();
  const tested = await ask("POST", "/api/v1/integrations/{id}/tests", {}, { id });
  expect(tested.text).toContain('"ok":true');
  expect(shown(tested.text)).toEqual([]);
});

it("the doctor shows none", async () => {
  const { status, text } = await ask("POST", "/api/v1/doctor");
  expect(status).toBe(200);
  expect(shown(text)).toEqual([]);
});

const readable = routes.filter(({ method, path }) => method === "GET" && !path.includes("{"));

it.each(readable)("$name shows none", async ({ method, path }) => {
  const { text } = await ask(method, path);
  expect(shown(text)).toEqual([]);
});

it("one account, its setup, its numbers and its number show none", async () => {
  const { text } = await ask("GET", "/api/v1/integrations");
  expect(text).toContain(canaries.next.slice(-4)); // the hint, and nothing more
  const [{ id }] = (JSON.parse(text) as { data: [{ id: string }] }).data;
  for (const path of ["/api/v1/integrations/{id}/setup", "/api/v1/integrations/{id}/numbers"])
    expect(shown((await ask("GET", path, undefined, { id })).text)).toEqual([]);
});

it("every table of the database holds none, but sealed", async () => {
  const dump = await unsafePlatformSql("a test looks for canaries in a dump", async (sql) => {
    const tables = await sql.rows<{ schema: string; name: string }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const rows: string[] = [];
    for (const { schema, name } of tables) {
      const found = await sql.rows<{ text: string }>(
        `SELECT to_jsonb(t)::text AS text FROM "${schema}"."${name}" t`,
      );
      rows.push(...found.map(({ text }) => `${name}: ${text}`));
    }
    return rows;
  });
  expect(dump.filter((row) => row.startsWith("connections:")).length).toBeGreaterThan(0);
  expect(dump.filter((row) => shown(row).length > 0)).toEqual([]);
});

it("no line of the log holds one, however fine it is", () => {
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => shown(line).length > 0)).toEqual([]);
});

it("would be found where they are not hidden", () => {
  log.warn({ detail: `login with ${canaries.token} failed` }, "a careless line");
  expect(shown(lines.at(-1) ?? "")).toEqual(["token"]);
  lines.pop();
});
