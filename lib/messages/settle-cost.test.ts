import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { getMessage } from "@/lib/inbox";
import { runDueJobs } from "@/lib/jobs/testing";
import { newId } from "@/lib/kernel/ids";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { readUsage } from "@/lib/usage";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { newNumber } from "@/simulator/world/new-number";
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

/** The simulated carrier has delivered everything, and so knows what it costs. */
const arrival = () =>
  vi.waitFor(() => {
    const statuses = [...simulator.world.store.messages.values()].map(({ status }) => status);
    expect(statuses.filter((status) => status === "queued" || status === "sent")).toEqual([]);
  });

/** A number of the platform's simulated account that no other test has. */
function ownNumber(mark: string): string {
  const phoneNumber = `+1201555070${mark}`;
  const accountSid = "AC00000000000000000000000000000001";
  newNumber(simulator.world, { carrier: "twilio", accountSid, phoneNumber, country: "US" });
  return phoneNumber;
}

const daysLater = (days: number) => new Date(Date.now() + days * 86_400_000);

test("the price that the carrier tells later replaces the list's, on the text and in the usage, once", async () => {
  const tenant = await seedTenant();
  await seedNumber(tenant, ownNumber("1"));
  const id = await send(tenant, "+14155551303");
  await runDueJobs();
  expect(await sumsOf(tenant)).toMatchObject([{ micros: 7_900 }]);
  expect((await getMessage(tenant.ctx, id)).price).toBeNull();
  await arrival();
  await runDueJobs(daysLater(1));
  await runDueJobs(daysLater(3));
  expect(await sumsOf(tenant)).toMatchObject([{ units: 1, micros: 8_300, reservedMicros: 0 }]);
  expect((await getMessage(tenant.ctx, id)).price).toEqual({ micros: 8_300, currency: "USD" });
});

test("a carrier that never tells a price is asked a few times, then the list's word stays", async () => {
  const tenant = await seedTenant();
  await seedNumber(tenant, ownNumber("2"));
  await send(tenant, "+14155551304");
  await runDueJobs();
  await arrival();
  for (const message of simulator.world.store.messages.values()) message.price = null;
  const asked = () =>
    simulator.world.ledger
      .read({ kind: "request.answered" })
      .filter(({ method, path }) => method === "GET" && String(path).includes("/Messages/SM"));
  const before = asked().length;
  for (const days of [1, 3, 6, 10]) await runDueJobs(daysLater(days));
  expect(asked().length - before).toBe(4);
  expect(await sumsOf(tenant)).toMatchObject([{ units: 1, micros: 7_900, reservedMicros: 0 }]);
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
