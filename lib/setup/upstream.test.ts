import { afterAll, beforeAll, expect, it } from "vitest";
import { listConnections } from "@/lib/connections";
import { testDatabase } from "@/lib/db/testing";
import { installSubscribers } from "@/lib/events";
import { listNumbers, searchNumbers } from "@/lib/numbers";
import { seedTenant } from "@/lib/tenants/testing";
import type { Simulator } from "@/simulator";
import { buyPhone, connectAccount, importPhone, testIntegration } from "./index";
import { UpstreamIntegration } from "./schema";
import { startTestCarrier, testAccounts } from "./testing";

let simulator: Simulator;
beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  simulator = await startTestCarrier();
});
afterAll(() => simulator.close());

const integration = UpstreamIntegration.parse({
  ...{ type: "TwilioProvider", name: "Acme" },
  config: { ...testAccounts.one, appSid: `AP${"1".repeat(32)}` },
});

it("an account saved through the old integrations API is connected, tested, and gets its numbers", async () => {
  const { ctx, slug } = await seedTenant();
  await connectAccount(ctx, integration);
  for (const name of ["TwilioProvider", "twilio"]) {
    const listed = await testIntegration(ctx, { integration: name, operation: "listPhoneNumbers" });
    expect(listed).toMatchObject({ data: [{ e164: "+12065550111" }] });
  }
  expect(await testIntegration(ctx, { integration: "TwilioProvider", operation: "test" })).toMatchObject({
    ok: true,
  });
  await importPhone(ctx, "twilio", { phoneNumber: "+12065550111", friendlyName: "Front desk" });
  expect(await listNumbers(ctx)).toMatchObject([{ e164: "+12065550111", label: "Front desk" }]);
  const held = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === "+12065550111");
  expect(held).toMatchObject({
    voiceUrl: expect.stringContaining(slug),
    smsUrl: expect.stringContaining(slug),
  });
  const [own] = await listConnections(ctx);
  const shop = { carrier: "twilio", country: "US", kind: "local", connectionId: own?.id ?? "" } as const;
  const e164 = (await searchNumbers(ctx, shop)).data[0]?.e164 ?? "";
  await buyPhone(ctx, "twilio", { phoneNumber: e164 });
  const bought = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === e164);
  expect(bought?.accountSid).toBe(testAccounts.one.accountSid);
});

it("names of accounts that are not connected, another business's among them, are not found", async () => {
  const { ctx } = await seedTenant();
  const foreign = await seedTenant();
  const { connectionId } = await connectAccount(foreign.ctx, integration);
  for (const name of ["TwilioProvider", "SlackProvider", connectionId]) {
    const asked = testIntegration(ctx, { integration: name, operation: "listPhoneNumbers" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  }
});
