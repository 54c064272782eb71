import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/testing";
import { newId } from "@/lib/kernel/ids";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { readUsage } from "@/lib/usage";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { receiveStatus } from "./receive-status";
import { receiveText } from "./receive-text";
import { sendMessage } from "./send-message";
import { carrierOf, inboundText, seedNumber } from "./testing";

let simulator: Simulator;
beforeAll(async () => {
  await testDatabase();
  installWiring();
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  if (env.carriers.twilio) env.carriers.twilio.apiBaseUrl = simulator.url;
});
afterAll(() => simulator.close());

const sumsOf = async (tenant: SeededTenant) =>
  (await readUsage(tenant.ctx, { days: 1 })).today.sums.filter(({ kind }) => kind !== "number_month");

async function send(tenant: SeededTenant, to: string) {
  const outcome = await sendMessage(tenant.ctx, { to, body: "See you at ten" });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.id;
}

test("a text is reserved when it is queued, and settled once whatever the carrier repeats", async () => {
  const tenant = await seedTenant();
  await seedNumber(tenant, "+15005550006");
  const id = await send(tenant, "+14155551301");
  expect(await sumsOf(tenant)).toMatchObject([{ units: 1, micros: 7_900, reservedMicros: 7_900 }]);
  await runDueJobs();
  const settled = [{ kind: "sms", direction: "outbound", units: 1, micros: 7_900, reservedMicros: 0 }];
  expect(await sumsOf(tenant)).toMatchObject(settled);
  const callback = (key: string) =>
    receiveStatus(carrierOf(tenant), {
      messageId: id,
      update: {
        ...{ sid: "SM1", accountId: "", channel: "sms", status: "delivered" },
        ...{ from: "+15005550006", to: "+14155551301" },
      },
      raw: { carrier: "twilio", kind: "text_status", key, token: null, body: "" },
    });
  await Promise.all(["a", "a", "b", "b", "c"].map(callback));
  expect(await sumsOf(tenant)).toMatchObject(settled);
});

test("a text that the carrier refuses gives back what was reserved, the day's allowance too", async () => {
  const tenant = await seedTenant();
  await seedNumber(tenant);
  await send(tenant, "+15005550009");
  await runDueJobs();
  expect(await sumsOf(tenant)).toEqual([]);
  expect((await readUsage(tenant.ctx, { days: 1 })).caps[0]).toMatchObject({ what: "sms_segments", used: 0 });
});

test("a text that came in costs once, on the long way and on the short one, and nobody else pays", async () => {
  const [tenant, other] = [await seedTenant(), await seedTenant()];
  const { e164 } = await seedNumber(tenant);
  const from = { from: "+14155551302", fromPhone: "+14155551302" };
  const first = inboundText(e164, from);
  await Promise.all([receiveText(carrierOf(tenant), first), receiveText(carrierOf(tenant), first)]);
  const second = inboundText(e164, { ...from, segments: 3, sid: `SM${newId().replaceAll("-", "")}` });
  await receiveText(carrierOf(tenant), second);
  await receiveText(carrierOf(tenant), second);
  expect(await sumsOf(tenant)).toMatchObject([{ direction: "inbound", units: 4, micros: 30_000 }]);
  expect(await sumsOf(other)).toEqual([]);
});
