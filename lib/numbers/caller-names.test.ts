import { afterAll, beforeAll, expect, it } from "vitest";
import { carrier, openWebhook } from "@/lib/carriers";
import { seedConnection } from "@/lib/connections/testing";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { installSubscribers } from "@/lib/events";
import { seedTenant } from "@/lib/tenants/testing";
import { type Simulator, startSimulator } from "@/simulator";
import { changeNumber, importNumber, listNumbers } from "./index";

let simulator: Simulator;
beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  for (const settings of Object.values(env.carriers)) settings.apiBaseUrl = simulator.url;
});
afterAll(() => simulator.close());

async function openNumber(name: "twilio" | "vobiz") {
  const { ctx } = await seedTenant();
  const accounts = {
    twilio: { accountSid: `AC${"0".repeat(31)}4`, authToken: `${"0".repeat(31)}4` },
    vobiz: { authId: "MA_DEMO0001", authToken: "fedcba9876543210fedcba9876543210" },
  };
  const { id: connectionId } = await seedConnection(ctx, accounts[name], { carrier: name });
  const e164 = name === "twilio" ? "+16175550180" : "+917971543252";
  const { id } = await importNumber(ctx, { carrier: name, connectionId, e164 });
  return { ctx, id, e164 };
}

it("are looked up only once somebody switches that on, at the carrier itself", async () => {
  const { ctx, id, e164 } = await openNumber("twilio");
  const held = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === e164);
  expect((await listNumbers(ctx))[0]).toMatchObject({ looksUpNames: false });
  expect(held?.voiceCallerIdLookup).toBe(false);
  const webhook = held?.voiceUrl;
  await changeNumber(ctx, id, { looksUpNames: true });
  expect((await listNumbers(ctx))[0]).toMatchObject({ looksUpNames: true });
  expect(held).toMatchObject({ voiceCallerIdLookup: true, voiceUrl: webhook });
  await changeNumber(ctx, id, { label: "Front desk" });
  expect((await listNumbers(ctx))[0]).toMatchObject({ looksUpNames: true, label: "Front desk" });
  await changeNumber(ctx, id, { looksUpNames: false });
  expect(held?.voiceCallerIdLookup).toBe(false);
  const other = await seedTenant();
  await expect(changeNumber(other.ctx, id, { looksUpNames: true })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("are not offered where the carrier has none", async () => {
  const { ctx, id } = await openNumber("vobiz");
  expect((await listNumbers(ctx))[0]).toMatchObject({ looksUpNames: null });
  await expect(changeNumber(ctx, id, { looksUpNames: true })).rejects.toThrow(/does not look up names/);
});

it.each([
  ["SMITH JOHN", "SMITH JOHN"],
  ["Riverside Dental ", "Riverside Dental"],
  ["UNKNOWN", ""],
  ["WIRELESS CALLER", ""],
  ["Toll Free Caller", ""],
])("come as %j and are told as %j", (CallerName, told) => {
  const fields = { CallSid: `CA${"1".repeat(32)}`, From: "+14155552671", To: "+16175550180", CallerName };
  const request = openWebhook({
    ...{
      method: "POST",
      target: "/api/twilio/x/answer",
      headers: new Headers(),
      publicUrls: [env.publicUrl],
    },
    body: new URLSearchParams(fields).toString(),
  });
  const parsed = carrier("twilio").webhooks.parseCall(request, "answered");
  expect(parsed).toMatchObject({ ok: true, value: { callerName: told } });
});
