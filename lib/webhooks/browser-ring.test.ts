import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { ringPatience } from "@/lib/calls/testing";
import { unsafePlatformSql, withTenant, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { ensureDemoWorld } from "@/lib/demo";
import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/testing";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";
import { keepPresence } from "@/lib/presence";
import { type Serving, serve } from "@/lib/process";
import { routeCalls } from "@/lib/setup";
import { issueToken, sayPresence, showRing } from "@/lib/softphone";
import { seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { openRegistered, type TestBrowser } from "@/simulator/twilio/softphone/testing";
import { webhookRoutes } from "./table";

let web: Serving;
let simulator: Simulator;
let agent: Ctx;
const targetId = newId();

beforeAll(async () => {
  await testDatabase();
  installWiring();
  await ensureDemoWorld();
  web = serve({
    ...{ origin: () => env.publicUrl, native: webhookRoutes, streams: [], sockets: [] },
    rest: async (_request, response) => void response.writeHead(404).end(),
  });
  await web.listen(0);
  const address = web.server.address();
  env.publicUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  simulator = await startSimulator({ port: 0, publicUrl: env.publicUrl });
  env.simulatorUrl = simulator.url;
  const row = await unsafePlatformSql("a test reads the demo's people", (sql) =>
    sql.one<{ tenantId: string; userId: string; memberId: string }>(
      `SELECT m.tenant_id AS "tenantId", m.user_id AS "userId", m.id AS "memberId" FROM members m WHERE m.email = 'agent@demo.test'`,
    ),
  );
  if (!row) throw new Error("The demo has no agent.");
  const userId = row.userId;
  agent = {
    ...{ tenantId: unsafeTenantId(row.tenantId), actor: { kind: "user", userId, role: "admin" } },
    ...{ clock: systemClock, requestId: "test" },
  };
  await withTenantSql(agent, (sql) =>
    sql.run(
      "INSERT INTO transfer_targets (tenant_id, id, label, member_id, position) VALUES ($1::uuid, $2::uuid, 'Anika', $3::uuid, 99)",
      [agent.tenantId, targetId, row.memberId],
    ),
  );
  const number = await withTenant(agent, (tx) => tx.phoneNumber.findFirstOrThrow());
  await routeCalls(agent, number.id, { mode: "ring_voicemail", targetIds: [targetId], seconds: 20 });
});

afterAll(async () => {
  await web.stop();
  await simulator.close();
});

const tab = "tab-of-a-test";
ringPatience.milliseconds = 60_000;
const online = () => keepPresence(agent, { tabId: tab, state: "online" });
const openAgent = async () => openRegistered(simulator.url, (await issueToken(agent)).token);

/** Calls the business from a phone nobody used before; resolves with what came of it. */
function callIn(script: object[]) {
  const from = `+1415555${String(Math.floor(Math.random() * 10_000)).padStart(4, "0")}`;
  const over = fetch(`${simulator.url}/handset/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from, to: "+15005550006", script, speed: 1 }),
  }).then(
    (response) => response.json() as Promise<{ requests: { url: string }[]; heard: { text?: string }[] }>,
  );
  return { from, over };
}

async function callOf(from: string) {
  await runDueJobs();
  const { data } = await listCalls(agent, CallFilter.parse({}));
  return data.find((call) => call.from === from);
}

/** Shows the call that rings, as a tab does. */
async function show(browser: TestBrowser) {
  const { parameters } = await browser.until("invite");
  const callId = new URLSearchParams(String((parameters as { Params: string }).Params)).get("call") ?? "";
  return showRing(agent, callId);
}

it("rings a member who is there, shows who calls, and the call is theirs once they answer", async () => {
  await online();
  const browser = await openAgent();
  const { from, over } = callIn([{ wait: 600 }]);
  const card = await show(browser);
  expect(card).toMatchObject({ direction: "inbound", address: from, callsBefore: 0, brief: "" });
  const { callsid, microphone } = await browser.answer();
  await vi.waitFor(
    async () => expect(await callOf(from)).toMatchObject({ memberName: expect.any(String) }),
    20_000,
  );
  browser.send("hangup", { callsid });
  await over;
  await vi.waitFor(
    async () => expect(await callOf(from)).toMatchObject({ answeredBy: "member", outcome: "transferred" }),
    20_000,
  );
  browser.close();
  await microphone.close();
});

it("passes a tab over that registered but shows nothing within two seconds, and says so in the X-ray", async () => {
  ringPatience.milliseconds = 2_000;
  await online();
  const sleeping = await openAgent();
  const { from, over } = callIn([{ say: "Please call me back", after: 6 }]);
  await sleeping.until("invite");
  const report = await over;
  expect(report.requests.map(({ url }) => new URL(url).pathname)).toContain("/api/twilio/demo/onward");
  expect(report.heard.map(({ text }) => text).join(" ")).toContain("leave a message");
  const call = await callOf(from);
  const traces = await listTraces(agent, call?.id ?? "");
  expect(traces.map(({ title }) => title)).toContain(
    "No browser showed the call within 2 seconds, so it goes on",
  );
  sleeping.close();
  ringPatience.milliseconds = 60_000;
}, 30_000);

it("rings again when the page is loaded anew in the middle of a ring", async () => {
  await online();
  const before = await openAgent();
  const { from, over } = callIn([{ wait: 600 }]);
  await show(before);
  before.close(); // a page that goes away ignores the call, and says that its tab is gone
  await keepPresence(agent, { tabId: tab, state: "gone" });
  const after = await openAgent();
  await sayPresence(agent, { tabId: "tab-loaded-anew", state: "online" });
  await show(after);
  const { callsid, microphone } = await after.answer();
  after.send("hangup", { callsid });
  const report = await over;
  expect(report.heard.map(({ text }) => text).join(" ")).not.toContain("leave a message");
  await vi.waitFor(
    async () => expect(await callOf(from)).toMatchObject({ answeredBy: "member", outcome: "transferred" }),
    20_000,
  );
  await keepPresence(agent, { tabId: "tab-loaded-anew", state: "gone" });
  after.close();
  await microphone.close();
});

it("does not ring who is away, and shows a ringing call to nobody else", async () => {
  await keepPresence(agent, { tabId: tab, state: "away" });
  const { from, over } = callIn([{ hangUp: true, after: 3 }]);
  const report = await over;
  expect(report.heard.map(({ text }) => text).join(" ")).toContain("leave a message");
  const call = await callOf(from);
  const stranger = await seedTenant();
  await expect(showRing(stranger.owner.ctx, call?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  await expect(showRing(agent, call?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  await expect(getCall(agent, call?.id ?? "")).resolves.toMatchObject({ memberName: null });
});
