import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ChatModel, chatModel, installModel } from "@/lib/ai";
import { testVisitor } from "@/lib/auth/testing";
import {
  forgetPlatformAccounts,
  listPlatformAccounts,
  openConnection,
  platformConnection,
  removePlatformAccount,
  savePlatformAccount,
  testPlatformAccount,
} from "@/lib/connections";
import { seedConnection } from "@/lib/connections/testing";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { getMessage } from "@/lib/inbox";
import { enqueue } from "@/lib/jobs";
import { runDueJobs } from "@/lib/jobs/testing";
import type { Person } from "@/lib/kernel/callers";
import { newId } from "@/lib/kernel/ids";
import { sendMessage } from "@/lib/messages";
import { seedNumber } from "@/lib/messages/testing";
import { buyNumber } from "@/lib/numbers";
import { forgetSwitches } from "@/lib/switches";
import { signUp } from "@/lib/tenants";
import { seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { exportTrail, listTrail } from "./list-trail";
import { listPrices, removePrice, savePrice } from "./manage-prices";
import { readHealth } from "./read-health";
import { retryJob } from "./retry-job";
import { suspendBusiness } from "./suspend-business";
import { seedSuperAdmin } from "./testing";
import { turnSwitches } from "./turn-switches";

let admin: Person;
let simulator: Simulator;
const account = { ...env.carriers.twilio?.simulatorAccount };

beforeAll(async () => {
  await testDatabase();
  installWiring();
  admin = await seedSuperAdmin();
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  if (env.carriers.twilio) env.carriers.twilio.apiBaseUrl = simulator.url;
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await turnSwitches(admin, {
    signUp: true,
    numberPurchases: true,
    aiModel: true,
    texting: { twilio: true },
  });
});

const platform = { isDemo: false };
const twilioOf = async () => (await listPlatformAccounts(admin)).find(({ carrier }) => carrier === "twilio");
const stored = () =>
  unsafePlatformSql("a test looks at what is stored", (sql) =>
    sql.one<{ text: string }>("SELECT p::text AS text FROM platform_connections p WHERE carrier = 'twilio'"),
  );

test("an entered account counts before the settings' one, sealed, and goes away again", async () => {
  expect(await twilioOf()).toMatchObject({ source: "simulator" });
  await savePlatformAccount(admin, "twilio", {
    ...{ credentials: account, fromNumber: "+15005550006", overlapHours: 24 },
  });
  const view = await twilioOf();
  expect(view).toMatchObject({
    source: "settings",
    accountId: account.accountSid,
    fromNumber: "+15005550006",
  });
  expect(JSON.stringify(view)).not.toContain(account.authToken);
  expect((await stored())?.text).not.toContain(account.authToken);
  expect(await platformConnection("twilio", platform)).toMatchObject({
    connection: { credentials: account },
  });
  expect(await testPlatformAccount(admin, "twilio")).toMatchObject({ ok: true });
  await removePlatformAccount(admin, "twilio");
  expect(await twilioOf()).toMatchObject({ source: "simulator" });
  await expect(removePlatformAccount(admin, "twilio")).rejects.toMatchObject({ code: "not_found" });
});

test("credentials that the carrier refuses, or that have the wrong shape, are not kept", async () => {
  const wrong = { ...account, authToken: "f".repeat(32) };
  const entry = { overlapHours: 24 };
  await expect(savePlatformAccount(admin, "twilio", { ...entry, credentials: wrong })).rejects.toMatchObject({
    code: "refused",
  });
  await expect(
    savePlatformAccount(admin, "twilio", { ...entry, credentials: { ...account, accountSid: "nonsense" } }),
  ).rejects.toMatchObject({ code: "invalid_input" });
  await expect(savePlatformAccount(admin, "pigeon", { ...entry, credentials: {} })).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect(await stored()).toBeNull();
});

test("the lookup order is the user's, the business's, the platform's account", async () => {
  const tenant = await seedTenant();
  const open = (userId: string | null = null) => openConnection(tenant.ctx, { carrier: "twilio", userId });
  expect(await open()).toMatchObject({ scope: "platform" });
  const foreign = (letter: string) => ({
    accountSid: `AC${letter.repeat(32)}`,
    authToken: letter.repeat(32),
  });
  await seedConnection(tenant.ctx, foreign("a"));
  expect(await open()).toMatchObject({ scope: "tenant" });
  const { userId } = tenant.owner;
  await seedConnection(tenant.ctx, foreign("b"), { userId });
  expect(await open(userId)).toMatchObject({ scope: "user" });
  expect(await open()).toMatchObject({ scope: "tenant" });
});

test("sign-up switched off refuses strangers and nothing else", async () => {
  const visitor = () => testVisitor(admin.clock, "198.51.100.7");
  const someone = () => ({
    ...{ businessName: "Switch Cafe", country: "US", timezone: "UTC", name: "Olga" },
    ...{ email: `s-${newId().slice(-8)}@example.test`, password: "lantern pickle orbit" },
  });
  await turnSwitches(admin, { signUp: false });
  await expect(signUp(visitor(), someone())).rejects.toMatchObject({ code: "refused", message: /closed/ });
  await turnSwitches(admin, { signUp: true });
  await signUp(visitor(), someone());
});

test("purchases through the platform switched off leave nothing bought", async () => {
  const tenant = await seedTenant();
  await turnSwitches(admin, { numberPurchases: false });
  const order = { e164: "+12065550188", carrier: "twilio", connectionId: null, label: "" };
  await expect(buyNumber(tenant.ctx, order)).rejects.toMatchObject({ details: { code: "purchases_off" } });
  const ledger = await (await fetch(`${simulator.url}/ledger`)).text();
  expect(ledger).not.toContain("+12065550188");
});

test("texting through a carrier switched off fails with its cause, and costs nothing", async () => {
  const tenant = await seedTenant();
  await seedNumber(tenant);
  await turnSwitches(admin, { texting: { twilio: false } });
  const sent = await sendMessage(tenant.ctx, { to: "+14155551991", body: "Hello" });
  await runDueJobs();
  expect(sent.ok && (await getMessage(tenant.ctx, sent.id))).toMatchObject({
    ...{ status: "failed", error: { code: "provider_off" } },
  });
});

test("the model switched off is no model, until it is on again", async () => {
  const model: ChatModel = {
    streamChat: async function* () {
      yield* [];
    },
  };
  installModel(model);
  expect(await chatModel()).toBe(model);
  await turnSwitches(admin, { aiModel: false });
  expect(await chatModel()).toBeNull();
  await turnSwitches(admin, { aiModel: true });
  expect(await chatModel()).toBe(model);
  installModel(null);
});

test("the demo switched off closes the demo's businesses, and no other", async () => {
  const [demo, real] = [await seedTenant(), await seedTenant()];
  await unsafePlatformSql("a test makes a demo", (sql) =>
    sql.run("UPDATE tenants SET is_demo = true WHERE id = $1::uuid", [demo.ctx.tenantId]),
  );
  const statusOf = ({ ctx }: typeof demo) =>
    withTenantSql(ctx, (sql) => sql.one("SELECT status FROM tenants WHERE id = $1::uuid", [ctx.tenantId]));
  await turnSwitches(admin, { demo: false });
  expect([await statusOf(demo), await statusOf(real)]).toEqual([
    { status: "suspended" },
    { status: "active" },
  ]);
  await turnSwitches(admin, { demo: true });
  expect(await statusOf(demo)).toEqual({ status: "active" });
});

test("switches hold for every process after two seconds, and say who turned them", async () => {
  await turnSwitches(admin, { signUp: false });
  forgetSwitches();
  forgetPlatformAccounts();
  const { data } = await listTrail(admin, { search: "switches.turned" });
  expect(data[0]).toMatchObject({ tenant: null, actor: "Sam Admin", detail: { after: { signUp: false } } });
});

test("a price is changed in place, counts from then on, and can be taken out", async () => {
  const price = { carrier: "twilio", kind: "sms", direction: "outbound", prefix: "+1415" } as const;
  const { id } = await savePrice(admin, { ...price, micros: 1_000, currency: "USD" });
  expect((await savePrice(admin, { ...price, micros: 2_000, currency: "USD" })).id).toBe(id);
  expect((await listPrices(admin)).find((row) => row.id === id)).toMatchObject({
    micros: 2_000,
    isExample: false,
  });
  await removePrice(admin, id);
  await expect(removePrice(admin, id)).rejects.toMatchObject({ code: "not_found" });
  const { data } = await listTrail(admin, { search: "price." });
  expect(data.map(({ action, detail }) => [action, detail.before, detail.after])).toEqual([
    ["price.removed", "0.002 USD", null],
    ["price.saved", "0.001 USD", "0.002 USD"],
    ["price.saved", null, "0.001 USD"],
  ]);
});

test("health counts what waits, shows a failed job with its business, and retries it", async () => {
  const tenant = await seedTenant({ name: "Waiting Room" });
  const before = (await readHealth(admin)).queue.waiting;
  await withTenantSql(tenant.ctx, (sql) =>
    enqueue(sql, { tenantId: tenant.ctx.tenantId, kind: "calls.finish", payload: { callId: newId() } }),
  );
  const { queue, webhooks } = await readHealth(admin);
  expect(queue.waiting).toBe(before + 1);
  expect(queue.oldest).not.toBeNull();
  expect(webhooks.map(({ carrier }) => carrier)).toEqual(["twilio", "vobiz"]);
  await unsafePlatformSql("a test lets a job fail", (sql) =>
    sql.run(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'boom' WHERE payload ->> 'tenant' = $1`,
      [tenant.ctx.tenantId],
    ),
  );
  const [failed] = (await readHealth(admin)).failedJobs;
  expect(failed).toMatchObject({ kind: "calls.finish", error: "boom", tenant: "Waiting Room" });
  await retryJob(admin, failed?.id ?? "");
  expect((await readHealth(admin)).failedJobs).toEqual([]);
  await expect(retryJob(admin, failed?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
});

test("the trail tells of all businesses and of the platform, and what was done to a business once", async () => {
  const tenant = await seedTenant({ name: "Trail Cafe" });
  await suspendBusiness(admin, tenant.ctx.tenantId, { reason: "=HYPERLINK() is no reason" });
  const { data } = await listTrail(admin, { search: "", tenantId: tenant.ctx.tenantId });
  expect(data.map(({ action, tenant: name }) => [action, name])).toEqual([
    ["business.suspended", "Trail Cafe"],
    ["tenant.created", "Trail Cafe"],
  ]);
  const found = await listTrail(admin, { search: "business.suspended" });
  expect(found.data.filter(({ subject }) => subject.includes(tenant.ctx.tenantId))).toHaveLength(1);
  expect(await exportTrail(admin, { search: "Trail Cafe" })).toMatch(/^When,Business,Who,What/);
});
