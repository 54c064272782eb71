import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  listConnections,
  listWebhookConnections,
  openConnection,
  rotateCredentials,
  saveConnection,
  testConnection,
  verifyCredentials,
} from "@/lib/connections";
import { unsafeRewrapSecrets } from "@/lib/connections/unsafe-rewrap-secrets";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { installSubscribers } from "@/lib/events";
import { fixedClock } from "@/lib/kernel/clock";
import { listNumbers } from "@/lib/numbers";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import type { Simulator } from "@/simulator";
import { connectAccount, disconnectAccount, readSetup, setUpAccount } from "./index";
import { breakRest, openAccount, startTestCarrier, testAccounts } from "./testing";

let simulator: Simulator;
let tenant: SeededTenant;
const number = "+12065550111";
const base = { carrier: "twilio", scope: "tenant" as const };
const one = { ...base, credentials: testAccounts.one };

beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  simulator = await startTestCarrier();
});
afterAll(() => simulator.close());
afterEach(() => simulator.world.faults.clear());

async function fresh(): Promise<SeededTenant> {
  tenant = await seedTenant();
  return tenant;
}

const ledger = (kind: string) => simulator.world.ledger.read({ kind });
const objectsAtCarrier = () => ({
  applications: [...simulator.world.store.applications.values()].filter(
    ({ accountSid }) => accountSid === testAccounts.one.accountSid,
  ).length,
  keys: [...simulator.world.store.keys.values()].filter(
    ({ accountSid }) => accountSid === testAccounts.one.accountSid,
  ).length,
});

describe("credentials", () => {
  it("are refused each in its own words: format, wrong pair, suspended, unreachable", async () => {
    const { ctx } = await fresh();
    const check = (credentials: Record<string, string>) =>
      verifyCredentials(ctx, { carrier: "twilio", credentials });
    expect(await check({ accountSid: "SK1", authToken: "x" })).toMatchObject({
      reason: "format",
      field: "accountSid",
    });
    expect(await check({ ...testAccounts.one, authToken: "short" })).toMatchObject({ field: "authToken" });
    const wrong = await check({ ...testAccounts.one, authToken: "f".repeat(32) });
    expect(wrong).toMatchObject({
      ok: false,
      reason: "refused",
      sentence: expect.stringContaining("does not accept"),
    });
    const suspended = { accountSid: `AC${"0".repeat(31)}2`, authToken: `${"0".repeat(31)}2` };
    expect(await check(suspended)).toMatchObject({
      reason: "suspended",
      sentence: expect.stringContaining("suspended"),
    });
    await breakRest(simulator, "drop", { path: "Accounts" }, 3);
    expect(await check(testAccounts.one)).toMatchObject({ reason: "unreachable" });
  });

  it("show the last four characters and nothing else", async () => {
    const { ctx } = await fresh();
    await saveConnection(ctx, one);
    const shown = JSON.stringify(await listConnections(ctx));
    expect(shown).toContain("XYZ1");
    expect(shown).not.toContain("canary-token");
    const stored = await unsafePlatformSql("a test looks for a canary", (sql) =>
      sql.rows<{ text: string }>("SELECT row_to_json(c)::text AS text FROM connections c"),
    );
    expect(JSON.stringify(stored)).not.toContain("canary-token");
  });

  it("of one account saved by two people at once make one connection", async () => {
    const { ctx } = await fresh();
    const saved = await Promise.all([1, 2, 3].map(() => saveConnection(ctx, one)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect(saved.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it("that were replaced verify webhooks until the overlap ends", async () => {
    const { ctx } = await fresh();
    const { id } = await saveConnection(ctx, one);
    const next = { ...testAccounts.one, authToken: "canary-token-new-0123456789abcdef-XYZ9" };
    await openAccount(simulator, next);
    await rotateCredentials(ctx, id, { credentials: { authToken: next.authToken }, overlapHours: 2 });
    const tokens = async (at: Date) =>
      (await listWebhookConnections({ ...ctx, clock: fixedClock(at) }, "twilio"))
        .filter((opened) => opened.id === id)
        .map((opened) => opened.connection.credentials.authToken);
    expect(await tokens(new Date())).toEqual([next.authToken, testAccounts.one.authToken]);
    expect(await tokens(new Date(Date.now() + 3 * 3_600_000))).toEqual([next.authToken]);
    const foreign = rotateCredentials(ctx, id, { credentials: testAccounts.two, overlapHours: 2 });
    await expect(foreign).rejects.toMatchObject({ code: "refused" });
    await openAccount(simulator, testAccounts.one);
    expect(await testConnection(ctx, id)).toMatchObject({ ok: false, reason: "refused" });
    expect((await listConnections(ctx))[0]).toMatchObject({ status: "broken" });
  });

  it("belong to their tenant alone", async () => {
    const { ctx } = await fresh();
    const { id } = await saveConnection(ctx, one);
    const other = await seedTenant();
    await expect(testConnection(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(disconnectAccount(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(setUpAccount(other.ctx, id, {})).rejects.toMatchObject({ code: "not_found" });
    expect(await openConnection(other.ctx, { carrier: "twilio", connectionId: id })).toBeNull();
  });

  it("are sealed again under a new key only where they need it", async () => {
    const { ctx } = await fresh();
    await saveConnection(ctx, one);
    expect(await unsafeRewrapSecrets()).toBe(0);
  });
});

describe("setting up", () => {
  it("makes application, key and webhooks, and a disconnect takes all of it away again", async () => {
    const { ctx, slug } = await fresh();
    const held = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === number);
    const theirs = {
      ...{ voiceUrl: "https://old.example/voice#rc=5&rp=all", voiceMethod: "GET" as const },
      ...{ statusCallback: "https://old.example/status#rc=2", statusCallbackMethod: "GET" as const },
      ...{ smsUrl: "https://old.example/sms", smsMethod: "POST" as const },
    };
    Object.assign(held ?? {}, theirs);
    const state = await connectAccount(ctx, { ...one, e164: number });
    expect(state.steps.map((step) => [step.step, step.state])).toEqual([
      ...[
        ["credentials", "done"],
        ["application", "done"],
        ["key", "done"],
        ["number", "done"],
        ["webhook", "todo"],
      ],
    ]);
    expect(held?.voiceUrl).toContain(`/api/twilio/${slug}/answer`);
    expect(held?.smsUrl).toContain(`/api/twilio/${slug}/sms`);
    expect(await listNumbers(ctx)).toHaveLength(1);
    const { connectionId: id } = state;
    expect(await disconnectAccount(ctx, { id })).toMatchObject({ isDone: true, left: [] });
    expect(objectsAtCarrier()).toEqual({ applications: 0, keys: 0 });
    expect(held).toMatchObject(theirs); // to the letter: their own retry policy, their own methods
    expect(await listNumbers(ctx)).toEqual([]);
  });

  const requests = [
    ["Applications", "POST"],
    ["Keys", "POST"],
    ["IncomingPhoneNumbers/", "POST"],
  ] as const;
  const faults = ["500-before", "500-after", "drop", "429"] as const;
  const cases = requests.flatMap(([path, method]) => faults.map((kind) => ({ path, method, kind })));

  it.each(cases)(
    "goes on after $kind at $path, with nothing made twice and nothing forgotten",
    async ({ path, method, kind }) => {
      const { ctx } = await fresh();
      await breakRest(simulator, kind, { path: `*${path}*`, method });
      const first = await connectAccount(ctx, { ...one, e164: number });
      expect(first.isDone).toBe(false);
      const failed = first.steps.find((step) => step.state === "failed");
      expect(failed?.sentence.length).toBeGreaterThan(20);
      const second = await setUpAccount(ctx, first.connectionId, { e164: number });
      expect(second.steps.filter((step) => step.state === "failed")).toEqual([]);
      expect(second.isDone).toBe(true);
      expect(objectsAtCarrier()).toEqual({ applications: 1, keys: 1 });
      const gone = await disconnectAccount(ctx, { id: first.connectionId });
      expect(gone).toMatchObject({ isDone: true, left: [] });
      expect(objectsAtCarrier()).toEqual({ applications: 0, keys: 0 });
    },
  );

  it("says what a disconnect could not remove, and goes on from there", async () => {
    const { ctx } = await fresh();
    const { connectionId: id } = await connectAccount(ctx, { ...one, e164: number });
    await breakRest(simulator, "500-before", { path: "*Applications*", method: "DELETE" });
    const first = await disconnectAccount(ctx, { id });
    expect(first).toMatchObject({ isDone: false, left: [{ kind: "application" }] });
    expect(await disconnectAccount(ctx, { id })).toMatchObject({ isDone: true, left: [] });
    expect(objectsAtCarrier()).toEqual({ applications: 0, keys: 0 });
  });

  it("by two people at once makes everything once", async () => {
    const { ctx } = await fresh();
    const { id } = await saveConnection(ctx, one);
    const both = await Promise.all([
      setUpAccount(ctx, id, { e164: number }),
      setUpAccount(ctx, id, { e164: number }),
    ]);
    const failed = both.flatMap(({ steps }) => steps.filter(({ state }) => state === "failed"));
    for (const { sentence } of failed) expect(sentence).toContain("Somebody else is setting this up");
    await setUpAccount(ctx, id, { e164: number });
    expect((await readSetup(ctx, id)).isDone).toBe(true);
    expect(objectsAtCarrier()).toEqual({ applications: 1, keys: 1 });
    await disconnectAccount(ctx, { id });
  });

  it("refuses numbers of other accounts and of other tenants", async () => {
    const { ctx } = await fresh();
    const foreign = await connectAccount(ctx, { ...one, e164: "+12065550122" });
    const step = foreign.steps.find((each) => each.step === "number");
    expect(step).toMatchObject({ state: "failed", sentence: expect.stringContaining("not in this account") });
    await setUpAccount(ctx, foreign.connectionId, { e164: number });
    const other = await seedTenant();
    const taken = await connectAccount(other.ctx, { ...one, e164: number });
    const second = taken.steps.find((each) => each.step === "number");
    expect(second).toMatchObject({ state: "failed", sentence: expect.stringContaining("another business") });
    await disconnectAccount(other.ctx, { id: taken.connectionId });
    await disconnectAccount(ctx, { id: foreign.connectionId });
    expect(ledger("application.created").length).toBeGreaterThan(0);
  });

  it("on the other carrier attaches the number to an application", async () => {
    const { ctx, slug } = await fresh();
    const credentials = { authId: "MA_TEST0001", authToken: "vobiz-canary-0123456789abcdef" };
    simulator.world.store.accounts.set("MA_TEST0001", {
      ...(simulator.world.store.accounts.get("MA_DEMO0001") ?? ({} as never)),
      ...{ sid: "MA_TEST0001", token: credentials.authToken, ownerSid: "MA_TEST0001" },
    });
    const { connectionId: id } = await connectAccount(ctx, {
      carrier: "vobiz",
      scope: "tenant",
      credentials,
    });
    const state = await readSetup(ctx, id);
    expect(state.steps.map((step) => [step.step, step.state])).toEqual([
      ...[
        ["credentials", "done"],
        ["application", "done"],
        ["number", "todo"],
        ["webhook", "todo"],
      ],
    ]);
    const made = ledger("application.created").at(-1);
    expect(JSON.stringify(made)).toContain(`/api/vobiz/${slug}/answer`);
    expect(await disconnectAccount(ctx, { id })).toMatchObject({ isDone: true });
  });
});
