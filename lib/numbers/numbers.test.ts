import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { saveConnection } from "@/lib/connections";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { installSubscribers } from "@/lib/events";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { type Simulator, startSimulator } from "@/simulator";
import {
  buyNumber,
  changeChannel,
  importNumber,
  listNumbers,
  releaseNumber,
  repairNumber,
  searchNumbers,
  undoRelease,
  verifyNumber,
} from "./index";
import { reservePurchase } from "./reserve-purchase";

let simulator: Simulator;
let tenant: SeededTenant;
const shop = { carrier: "twilio", country: "US", kind: "local" as const };

beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  for (const settings of Object.values(env.carriers)) settings.apiBaseUrl = simulator.url;
});
afterAll(() => simulator.close());
afterEach(() => simulator.world.faults.clear());

async function fresh(): Promise<SeededTenant> {
  tenant = await seedTenant();
  return tenant;
}

async function offer(carrier = "twilio", country = "US", needs: object = {}) {
  const { data } = await searchNumbers(tenant.ctx, { ...shop, carrier, country, ...needs });
  const found = data.find(({ requirement }) => requirement === "none");
  if (!found) throw new Error("nothing for sale");
  return { carrier, connectionId: null, e164: found.e164 };
}

const bought = (e164: string) =>
  simulator.world.ledger.read({ kind: "number.bought" }).filter((entry) => entry.phoneNumber === e164).length;

async function setCaps(numberCap: number): Promise<void> {
  await unsafePlatformSql("a test sets a limit", (sql) =>
    sql.run(
      "UPDATE tenants SET settings = jsonb_set(settings, '{limits}', jsonb_build_object('numberCap', $2::int)) WHERE id = $1::uuid",
      [tenant.ctx.tenantId, numberCap],
    ),
  );
}

const fault = (kind: "429" | "500-before" | "500-after" | "drop", path: string, times = 1) =>
  fetch(`${simulator.url}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ target: "rest", kind, match: { path, method: "POST" }, times }),
  });

it.each([
  ["twilio", "US", { monthly: 1.15, setup: 0, currency: "USD" }],
  ["vobiz", "IN", { monthly: 250, setup: 100, currency: "INR" }],
])("the shop of %s says what each number costs", async (carrier, country, price) => {
  const { ctx } = await fresh();
  const { data } = await searchNumbers(ctx, { ...shop, carrier, country });
  expect(data.length).toBeGreaterThan(0);
  for (const one of data) expect(one.price?.currency).toBe(price.currency);
  expect(data.map((one) => one.price)).toContainEqual(price);
});

describe("buying", () => {
  it.each([
    ["twilio", "US"],
    ["vobiz", "IN"],
  ])(
    "on %s routes the number here, lists it once, and buys it once however often one presses",
    async (carrier, country) => {
      const { ctx } = await fresh();
      const order = await offer(carrier, country);
      const first = await buyNumber(ctx, order);
      expect(first.webhooks).toMatchObject({ ok: true });
      expect((await buyNumber(ctx, order)).id).toBe(first.id);
      expect(await verifyNumber(ctx, first.id)).toMatchObject({ findings: [], unreachable: null });
      expect((await listNumbers(ctx)).map(({ e164 }) => e164)).toEqual([order.e164]);
    },
  );

  it("whose answer is lost never buys twice", async () => {
    const { ctx } = await fresh();
    const order = await offer();
    await fault("500-after", "*IncomingPhoneNumbers.json*");
    expect((await buyNumber(ctx, order)).webhooks).toMatchObject({ ok: true });
    expect(bought(order.e164)).toBe(1);
  });

  it.each(["500-before", "drop", "429"] as const)(
    "that meets %s says so and can be repeated",
    async (kind) => {
      const { ctx } = await fresh();
      const order = await offer();
      await fault(kind, "*IncomingPhoneNumbers.json*");
      await expect(buyNumber(ctx, order)).rejects.toMatchObject({ code: "refused" });
      expect((await buyNumber(ctx, order)).webhooks).toMatchObject({ ok: true });
      expect(bought(order.e164)).toBe(1);
    },
  );

  it("stops at the cap, however many buy at once", async () => {
    const { ctx } = await fresh();
    await setCaps(3);
    const orders = Array.from({ length: 200 }, (_, index) => ({
      ...{ carrier: "twilio", connectionId: null, e164: `+1206${String(7_000_000 + index)}` },
    }));
    const ends = await Promise.allSettled(orders.map((order) => reservePurchase(ctx, order, undefined)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = ends.find((end) => end.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "refused", details: { code: "cap_reached" } } });
  });

  it("of a number that is dearer than shown is refused", async () => {
    const { ctx } = await fresh();
    const order = { ...(await offer("vobiz", "IN")), maxMonthly: 0.01 };
    await expect(buyNumber(ctx, order)).rejects.toMatchObject({ details: { code: "price_changed" } });
  });

  it("without any account takes labelled demo numbers and no others", async () => {
    const { ctx } = await fresh();
    const settings = env.carriers.twilio;
    const account = settings?.account ?? null;
    if (settings) settings.account = null;
    onTestFinished(() => {
      if (settings) settings.account = account;
    });
    const { source, data } = await searchNumbers(ctx, shop);
    expect(source).toBe("demo");
    const order = { carrier: "twilio", connectionId: null, e164: data[0]?.e164 ?? "" };
    await buyNumber(ctx, order);
    expect((await listNumbers(ctx))[0]).toMatchObject({ isDemo: true });
    await expect(buyNumber(ctx, { ...order, e164: "+12065550999" })).rejects.toMatchObject({
      code: "refused",
    });
  });
});

describe("an own number", () => {
  it("is compared field by field and repaired", async () => {
    const { ctx } = await fresh();
    const { id } = await buyNumber(ctx, await offer());
    const [{ e164 } = { e164: "" }] = await listNumbers(ctx);
    const held = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === e164);
    if (!held) throw new Error("the simulator lost it");
    Object.assign(held, {
      voiceUrl: "https://elsewhere.example/voice",
      smsUrl: "",
      statusCallbackMethod: "GET",
    });
    const drift = await verifyNumber(ctx, id);
    expect(drift.findings.map(({ field, kind }) => [field, kind])).toEqual([
      ["answer", "other_url"],
      ["status", "wrong_method"],
      ["text", "not_set"],
    ]);
    expect(await repairNumber(ctx, id)).toMatchObject({ findings: [] });
    held.voiceApplicationSid = `AP${"1".repeat(32)}`;
    expect((await verifyNumber(ctx, id)).findings[0]).toMatchObject({ kind: "overridden", tone: "bad" });
    expect(await repairNumber(ctx, id)).toMatchObject({ findings: [] });
  });

  it("is released only after it was typed, and comes back where the carrier can undo that", async () => {
    const { ctx } = await fresh();
    const order = await offer("vobiz", "IN");
    const { id } = await buyNumber(ctx, order);
    await expect(releaseNumber(ctx, id, { confirmation: "yes" })).rejects.toMatchObject({ code: "refused" });
    const released = await releaseNumber(ctx, id, { confirmation: order.e164 });
    expect(released.undoUntil).toBeInstanceOf(Date);
    expect(await listNumbers(ctx)).toEqual([]);
    expect((await undoRelease(ctx, id)).id).toBe(id);
    expect(await listNumbers(ctx)).toHaveLength(1);
  });

  it("changes its channels, with own members only", async () => {
    const { ctx, owner } = await fresh();
    const { id } = await buyNumber(ctx, await offer("twilio", "US", { sms: true }));
    await changeChannel(ctx, { id, kind: "whatsapp" }, { isEnabled: true, ticketMode: "any_message" });
    await changeChannel(ctx, { id, kind: "sms" }, { autoAssign: { to: "member", memberId: owner.memberId } });
    const channels = (await listNumbers(ctx))[0]?.channels;
    expect(channels?.find(({ kind }) => kind === "whatsapp")).toMatchObject({ ticketMode: "any_message" });
    const stranger = await seedTenant();
    const foreign = { autoAssign: { to: "member" as const, memberId: stranger.owner.memberId } };
    await expect(changeChannel(ctx, { id, kind: "sms" }, foreign)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("belongs to its tenant alone", async () => {
    const { ctx } = await fresh();
    const order = await offer();
    const { id } = await buyNumber(ctx, order);
    const other = await seedTenant();
    await expect(verifyNumber(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(repairNumber(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeChannel(other.ctx, { id, kind: "sms" }, {})).rejects.toMatchObject({
      code: "not_found",
    });
    const release = releaseNumber(other.ctx, id, { confirmation: order.e164 });
    await expect(release).rejects.toMatchObject({ code: "not_found" });
    await expect(buyNumber(other.ctx, order)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is imported from an own account only", async () => {
    const { ctx } = await fresh();
    const credentials = { accountSid: `AC${"0".repeat(31)}4`, authToken: `${"0".repeat(31)}4` };
    const { id: connectionId } = await saveConnection(ctx, {
      carrier: "twilio",
      scope: "tenant",
      credentials,
    });
    const e164 = "+16175550180";
    await expect(importNumber(ctx, { carrier: "twilio", connectionId: null, e164 })).rejects.toMatchObject({
      code: "refused",
    });
    const imported = await importNumber(ctx, { carrier: "twilio", connectionId, e164 });
    expect(imported.webhooks).toMatchObject({ ok: true });
    const other = await seedTenant();
    const foreign = importNumber(other.ctx, { carrier: "twilio", connectionId, e164 });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});
