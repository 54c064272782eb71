import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { ensureDemoWorld } from "@/lib/demo";
import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/testing";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { type Serving, serve } from "@/lib/process";
import { checkDestination, issueToken, readOwnCall } from "@/lib/softphone";
import { seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { openBrowser, type TestBrowser } from "@/simulator/twilio/softphone/testing";
import { openSoundLeg } from "@/simulator/voice/sound/sound-leg";
import { webhookRoutes } from "./table";

const ownNumber = "+15005550006";
const customer = "+14155550188";
let web: Serving;
let simulator: Simulator;
let agent: Ctx;

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
    sql.one<{ tenantId: string; userId: string }>(
      `SELECT tenant_id AS "tenantId", user_id AS "userId" FROM members WHERE email = 'agent@demo.test'`,
    ),
  );
  if (!row) throw new Error("The demo has no agent.");
  agent = {
    ...{ tenantId: unsafeTenantId(row.tenantId), actor: { kind: "user", userId: row.userId, role: "agent" } },
    ...{ clock: systemClock, requestId: "test" },
  };
  await fetch(`${simulator.url}/handset/parties`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      [customer]: { does: "answer", after: 0.1, talk: 600 },
      "+14155550189": { does: "busy", after: 0.1 },
    }),
  });
});

afterAll(async () => {
  await web.stop();
  await simulator.close();
});

/** Dials as the SDK does, with whatever parameters the browser likes. */
async function dial(params: Record<string, string>) {
  const browser = await openBrowser(simulator.url, (await issueToken(agent)).token);
  await browser.until("connected");
  const microphone = openSoundLeg();
  const twilio = { params: new URLSearchParams(params).toString() };
  browser.send("invite", { callsid: "TJ1", sdp: await microphone.offer(), twilio });
  const sid = String((await browser.until("ringing")).callsid);
  return { browser, microphone, sid };
}

const legsTo = async () =>
  [...simulator.world.store.calls.values()].filter(({ direction }) => direction === "outbound-dial").length;

async function hangUp(browser: TestBrowser, callsid: string): Promise<void> {
  browser.send("hangup", { callsid });
  await browser.until("hangup");
  browser.close();
}

/** The words that a call has heard so far. */
async function heardBy(sid: string): Promise<string> {
  const response = await fetch(`${simulator.url}/handset/calls/${sid}`);
  const { heard } = (await response.json()) as { heard: { text?: string }[] };
  return heard.map(({ text }) => text ?? "").join(" ");
}

async function callOf(sid: string) {
  await runDueJobs();
  const { data } = await listCalls(agent, CallFilter.parse({ carrierCallId: sid }));
  return data[0];
}

it("calls a number from the browser under the business's own number, and writes down who did", async () => {
  const plan = await checkDestination(agent, { to: "(415) 555-0188" });
  expect(plan).toMatchObject({ callerId: ownNumber, card: { address: customer, direction: "outbound" } });
  const { browser, microphone, sid } = await dial({ To: plan.card.address, callerId: plan.callerId });
  await browser.until("answer");
  expect(await readOwnCall(agent, sid)).toMatchObject({ address: customer, direction: "outbound" });
  const stranger = await seedTenant();
  await expect(readOwnCall(stranger.owner.ctx, sid)).rejects.toMatchObject({ code: "not_found" });
  await hangUp(browser, sid);
  await vi.waitFor(async () =>
    expect(await callOf(sid)).toMatchObject({
      ...{ direction: "outbound", from: ownNumber, to: customer, outcome: "answered", answeredBy: "member" },
      memberName: expect.any(String),
    }),
  );
  await microphone.close();
});

it("says when nobody answers, and the call is a missed one", async () => {
  const { browser, microphone, sid } = await dial({ To: "+14155550189", callerId: ownNumber });
  await vi.waitFor(
    async () =>
      expect(await callOf(sid)).toMatchObject({ outcome: "missed", missedReason: "nobody_answered" }),
    10_000,
  );
  browser.close();
  await microphone.close();
});

it.each([
  ["a caller ID of somebody else", { To: customer, callerId: "+16175550180" }],
  ["a caller ID that is no number", { To: customer, callerId: "the White House" }],
  ["no caller ID", { To: customer }],
  ["a foreign country", { To: "+442071838750", callerId: ownNumber }],
  ["a premium number", { To: "+19005550123", callerId: ownNumber }],
  ["a satellite phone", { To: "+881612345678", callerId: ownNumber }],
  ["another browser", { To: "client:m_00000000000000000000000000000001", callerId: ownNumber }],
  ["a SIP address", { To: "sip:someone@example.com", callerId: ownNumber }],
  ["an emergency number", { To: "911", callerId: ownNumber }],
])("refuses %s, whatever the browser sends, and tells the person so", async (_what, params) => {
  const before = await legsTo();
  const { browser, microphone, sid } = await dial(params);
  await vi.waitFor(async () => expect(await heardBy(sid)).toMatch(/number|switched off|caller ID/i), 20_000);
  await hangUp(browser, sid);
  expect(await legsTo()).toBe(before);
  expect(await callOf(sid)).toBeUndefined();
  await microphone.close();
});

it("refuses a person who was let go while their token still lives", async () => {
  const { token } = await issueToken(agent);
  const { actor } = agent;
  const userId = actor.kind === "user" ? actor.userId : "";
  const disable = (value: string) =>
    withTenantSql(agent, (sql) =>
      sql.run(`UPDATE members SET disabled_at = ${value} WHERE tenant_id = $1::uuid AND user_id = $2::uuid`, [
        agent.tenantId,
        userId,
      ]),
    );
  await disable("now()");
  const browser = await openBrowser(simulator.url, token);
  await browser.until("connected");
  const microphone = openSoundLeg();
  const params = new URLSearchParams({ To: customer, callerId: ownNumber }).toString();
  browser.send("invite", { callsid: "TJ1", sdp: await microphone.offer(), twilio: { params } });
  const sid = String((await browser.until("ringing")).callsid);
  await vi.waitFor(async () => expect(await heardBy(sid)).toMatch(/cannot place calls/), 20_000);
  await hangUp(browser, sid);
  expect(await callOf(sid)).toBeUndefined();
  await disable("NULL");
  await microphone.close();
});

it("reads a refusal before anything is dialled", async () => {
  await expect(checkDestination(agent, { to: "+442071838750" })).rejects.toMatchObject({ code: "refused" });
  await expect(checkDestination(agent, { to: "+19005550123" })).rejects.toMatchObject({ code: "refused" });
  await expect(checkDestination(agent, { to: "nonsense" })).rejects.toMatchObject({ code: "refused" });
  await expect(checkDestination(agent, { to: customer, callerId: "+16175550180" })).rejects.toMatchObject({
    code: "refused",
  });
});
