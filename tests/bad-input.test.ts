import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listConnections, verifyCredentials } from "@/lib/connections";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { newId } from "@/lib/kernel/ids";
import { importNumber, listNumbers } from "@/lib/numbers";
import { connectAccount, disconnectAccount, setUpAccount } from "@/lib/setup";
import { openAccount, startTestCarrier, testAccounts } from "@/lib/setup/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { deliver } from "@/lib/webhooks/testing";
import { installWiring } from "@/lib/wiring/install-wiring";

let simulator: Awaited<ReturnType<typeof startTestCarrier>>;
let tenant: SeededTenant;
const e164 = "+12065550111";
const given = { carrier: "twilio", scope: "tenant" } as const;
const one = { ...given, credentials: testAccounts.one };

beforeAll(async () => {
  await testDatabase();
  installWiring();
  simulator = await startTestCarrier();
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await unsafePlatformSql("a test frees the number", (sql) => sql.run("DELETE FROM number_directory"));
  tenant = await seedTenant();
});

const { accountSid, authToken } = testAccounts.one;

/** Credentials that do not do, each with the words that say why and what to do instead. */
const refused = [
  ["an API key's SID", { accountSid: `SK${"a".repeat(32)}`, authToken }, /begins with AC/],
  ["an Account SID that is too short", { accountSid: "AC123", authToken }, /34 characters/],
  ["a token that is too short", { accountSid, authToken: "a".repeat(31) }, /at least 32 characters/],
  ["a wrong token", { accountSid, authToken: "f".repeat(32) }, /Copy both fresh.*rotated/],
  ["nothing at all", { accountSid: "", authToken: "" }, /begins with AC/],
] as const;

it.each(refused)("%s gets a clear sentence, and nothing is saved", async (_what, credentials, says) => {
  const found = await verifyCredentials(tenant.ctx, { carrier: "twilio", credentials });
  expect(found).toMatchObject({ ok: false, sentence: expect.stringMatching(says) });
  await expect(connectAccount(tenant.ctx, { ...given, credentials })).rejects.toThrow(says);
  expect((await listConnections(tenant.ctx)).filter(({ id }) => id !== null)).toEqual([]);
});

it("the secret of a standard key in the token's place is named as a likely cause", async () => {
  const state = await connectAccount(tenant.ctx, one);
  const key = [...simulator.world.store.keys.values()].find((made) => made.accountSid === accountSid);
  const credentials = { accountSid, authToken: key?.secret ?? "" };
  const found = await verifyCredentials(tenant.ctx, { carrier: "twilio", credentials });
  expect(found).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("secret of an API key does not do"),
  });
  await disconnectAccount(tenant.ctx, { id: state.connectionId });
});

it("a suspended account is named as such; once it is open again the same setup goes on", async () => {
  await openAccount(simulator, testAccounts.two, undefined, { status: "suspended" });
  const two = { ...given, credentials: testAccounts.two };
  await expect(connectAccount(tenant.ctx, two)).rejects.toThrow(/is suspended\. Open it again/);
  await openAccount(simulator, testAccounts.two, undefined, { status: "active" });
  const { connectionId: id } = await connectAccount(tenant.ctx, two);
  await openAccount(simulator, testAccounts.two, undefined, { status: "suspended" });
  const stopped = await setUpAccount(tenant.ctx, id, { e164: "+12065550122" });
  expect(stopped.steps[0]).toMatchObject({ state: "failed", sentence: expect.stringContaining("suspended") });
  await openAccount(simulator, testAccounts.two, undefined, { status: "active" });
  expect((await setUpAccount(tenant.ctx, id, { e164: "+12065550122" })).isDone).toBe(true);
  await disconnectAccount(tenant.ctx, { id });
});

it("a number of another account is not taken, and the sentence says where to look", async () => {
  const { connectionId } = await connectAccount(tenant.ctx, one);
  const foreign = importNumber(tenant.ctx, { carrier: "twilio", connectionId, e164: "+12065550122" });
  await expect(foreign).rejects.toThrow(/is not in this account/);
  expect(await listNumbers(tenant.ctx)).toEqual([]);
  await disconnectAccount(tenant.ctx, { id: connectionId });
});

it("a number that another business has is not taken; the other keeps it, and its webhooks", async () => {
  const owner = tenant;
  const { connectionId } = await connectAccount(owner.ctx, { ...one, e164 });
  const other = await seedTenant();
  const state = await connectAccount(other.ctx, { ...one, e164 });
  const step = state.steps.find((each) => each.step === "number");
  expect(step).toMatchObject({ state: "failed", sentence: expect.stringContaining("another business") });
  expect(await listNumbers(other.ctx)).toEqual([]);
  await disconnectAccount(other.ctx, { id: state.connectionId });
  const held = [...simulator.world.store.numbers.values()].find((number) => number.phoneNumber === e164);
  expect(held?.voiceUrl).toContain(owner.slug);
  await disconnectAccount(owner.ctx, { id: connectionId });
});

it("another business's connection is not found, whatever is asked of it", async () => {
  const { connectionId: id } = await connectAccount(tenant.ctx, one);
  const other = await seedTenant();
  const asked = [
    () => setUpAccount(other.ctx, id, {}),
    () => disconnectAccount(other.ctx, { id, isForced: true }),
    () => importNumber(other.ctx, { carrier: "twilio", connectionId: id, e164 }),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: "not_found" });
  await disconnectAccount(tenant.ctx, { id });
});

it("a disconnect waits for live calls, says how many, and goes on when they are over or when it is forced", async () => {
  const { connectionId: id } = await connectAccount(tenant.ctx, { ...one, e164 });
  const sid = `CA${newId().replaceAll("-", "")}`;
  const call = {
    ...{ CallSid: sid, AccountSid: accountSid, From: "+14155550191", To: e164 },
    ...{ Direction: "inbound", ApiVersion: "2010-04-01" },
  };
  const tell = (path: string, CallStatus: string) =>
    deliver({
      path: `/api/twilio/${tenant.slug}/${path}`,
      fields: { ...call, CallStatus },
      token: authToken,
    });
  expect((await tell("answer", "ringing")).status).toBe(200);
  const refusal = disconnectAccount(tenant.ctx, { id });
  await expect(refusal).rejects.toMatchObject({ code: "refused", details: { code: "calls_live" } });
  await expect(disconnectAccount(tenant.ctx, { id })).rejects.toThrow(
    /A call is live on this account\. Wait/,
  );
  expect(await listNumbers(tenant.ctx)).toHaveLength(1);
  expect((await tell("status", "completed")).status).toBe(204);
  expect(await disconnectAccount(tenant.ctx, { id })).toMatchObject({ isDone: true, left: [] });

  const again = await connectAccount(tenant.ctx, { ...one, e164 });
  call.CallSid = `CA${newId().replaceAll("-", "")}`;
  expect((await tell("answer", "ringing")).status).toBe(200);
  const forced = await disconnectAccount(tenant.ctx, { id: again.connectionId, isForced: true });
  expect(forced).toMatchObject({ isDone: true });
});
