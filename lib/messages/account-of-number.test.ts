import { afterAll, beforeAll, expect, test } from "vitest";
import { seedConnection } from "@/lib/connections/testing";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { getMessage } from "@/lib/inbox";
import { runDueJobs } from "@/lib/jobs/testing";
import { unsafeAddNumber } from "@/lib/numbers";
import { seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { sendMessage } from "./send-message";

let simulator: Simulator;
beforeAll(async () => {
  await testDatabase();
  installWiring();
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  if (env.carriers.twilio) env.carriers.twilio.apiBaseUrl = simulator.url;
});
afterAll(() => simulator.close());

const foreign = { accountSid: `AC${"e".repeat(32)}`, authToken: "e".repeat(32) };
const platformNumber = "+15005550006";

test("a text from a number of the platform goes through the platform's account, also once the business has one of its own", async () => {
  const tenant = await seedTenant();
  const number = { carrier: "twilio", label: "Main", kinds: ["sms" as const], teamId: tenant.teamId };
  await unsafeAddNumber(tenant.ctx, { ...number, e164: platformNumber });
  // The simulator does not know this account: a text that went through it would fail.
  await seedConnection(tenant.ctx, foreign);
  const sent = await sendMessage(tenant.ctx, { to: "+14155551881", body: "Hello", from: platformNumber });
  await runDueJobs();
  expect(sent.ok && (await getMessage(tenant.ctx, sent.id)).carrierSid).toMatch(/^SM/);
});

test("a text from a number of the business's own account goes through that, and never through the platform's", async () => {
  const tenant = await seedTenant();
  const { id: connectionId } = await seedConnection(tenant.ctx, foreign);
  const number = { carrier: "twilio", label: "Own", kinds: ["sms" as const], teamId: tenant.teamId };
  await unsafeAddNumber(tenant.ctx, { ...number, e164: "+15005550007", connectionId });
  const sent = await sendMessage(tenant.ctx, { to: "+14155551882", body: "Hello" });
  await runDueJobs();
  expect(sent.ok && (await getMessage(tenant.ctx, sent.id)).status).toBe("failed");
  const ledger = await (await fetch(`${simulator.url}/ledger?kind=message.sent`)).text();
  expect(ledger).not.toContain("+14155551882");
});
