import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { receiveText, sendMessage } from "@/lib/messages";
import { carrierOf, inboundText } from "@/lib/messages/testing";
import { listNumbers, repairNumber, verifyNumber } from "@/lib/numbers";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import type { Simulator } from "@/simulator";
import { connectAccount, disconnectAccount, setUpAccount } from "./index";
import { breakRest, startTestCarrier, testAccounts } from "./testing";

let simulator: Simulator;
let tenant: SeededTenant;
const e164 = "+12065550111";
const base = { carrier: "twilio", scope: "tenant", credentials: testAccounts.one } as const;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  simulator = await startTestCarrier();
});
afterAll(() => simulator.close());
beforeEach(async () => {
  simulator.world.store.services.clear();
  await unsafePlatformSql("a test frees the number", (sql) => sql.run("DELETE FROM number_directory"));
  tenant = await seedTenant();
});

async function ask(path: string, fields: Record<string, string>): Promise<Record<string, string>> {
  const { accountSid, authToken } = testAccounts.one;
  const answer = await fetch(simulator.url + path, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: new URLSearchParams(fields),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}

/** A Messaging Service that holds the account's number and brings texts to somebody else. */
async function makePool(): Promise<string> {
  const elsewhere = { FriendlyName: "Campaign", InboundRequestUrl: "https://old.example/in" };
  const { sid = "" } = await ask("/v1/Services", elsewhere);
  const held = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === e164);
  await ask(`/v1/Services/${sid}/PhoneNumbers`, { PhoneNumberSid: held?.sid ?? "" });
  return sid;
}

const pool = (sid: string) => simulator.world.store.services.get(sid);
const stepOf = (state: { steps: { step: string; state: string; sentence: string }[] }) =>
  state.steps.find(({ step }) => step === "pool");

it("given with an account brings texts here, sends them, and gets back what it had", async () => {
  const { ctx, slug } = tenant;
  const sid = await makePool();
  const state = await connectAccount(ctx, { ...base, pool: sid, e164 });
  expect(stepOf(state)).toMatchObject({ state: "done" });
  expect(pool(sid)?.inboundUrl).toContain(`/api/twilio/${slug}/sms`);
  await receiveText(carrierOf(tenant), inboundText(e164, { body: "Is my cake ready?" }));
  await sendMessage(ctx, { to: "+14155552671", body: "Your cake is ready" });
  await runDueJobs();
  const sent = simulator.world.ledger.read({ kind: "message.sent" }).at(-1);
  expect(sent).toMatchObject({ messagingServiceSid: sid, to: "+14155552671" });
  expect(await disconnectAccount(ctx, { id: state.connectionId })).toMatchObject({ isDone: true, left: [] });
  expect(pool(sid)).toMatchObject({
    inboundUrl: expect.stringContaining("https://old.example/in"),
    useInboundWebhookOnNumber: false,
  });
});

it("that the account does not have is told in a sentence, and nothing else is undone", async () => {
  const state = await connectAccount(tenant.ctx, { ...base, pool: `MG${"9".repeat(32)}`, e164 });
  expect(stepOf(state)).toMatchObject({ state: "failed", sentence: expect.stringContaining("Copy its SID") });
  expect(state.steps.filter((step) => step.state === "failed")).toHaveLength(1);
  expect(await disconnectAccount(tenant.ctx, { id: state.connectionId })).toMatchObject({ isDone: true });
});

it.each(["500-before", "500-after", "drop"] as const)("is gone on with after %s", async (kind) => {
  const sid = await makePool();
  await breakRest(simulator, kind, { path: `*Services/${sid}*`, method: "POST" });
  const first = await connectAccount(tenant.ctx, { ...base, pool: sid, e164 });
  expect(stepOf(first)).toMatchObject({ state: "failed" });
  const second = await setUpAccount(tenant.ctx, first.connectionId, {});
  expect(stepOf(second)).toMatchObject({ state: "done" });
  await disconnectAccount(tenant.ctx, { id: first.connectionId });
  expect(pool(sid)?.inboundUrl).toContain("https://old.example/in");
});

it("that was not given and has the number is found to outrank it; a repair lets the number decide", async () => {
  const { ctx } = tenant;
  await connectAccount(ctx, { ...base, e164 });
  const [number] = await listNumbers(ctx);
  const id = number?.id ?? "";
  expect(await verifyNumber(ctx, id)).toMatchObject({ findings: [], unreachable: null });
  const sid = await makePool();
  expect(await verifyNumber(ctx, id)).toMatchObject({
    findings: [{ kind: "overridden", field: "text", sentence: expect.stringContaining("Campaign") }],
    unreachable: null,
  });
  expect((await repairNumber(ctx, id)).findings).toEqual([]);
  expect(pool(sid)).toMatchObject({ useInboundWebhookOnNumber: true, inboundUrl: "https://old.example/in" });
});

it("of another business stays as it is", async () => {
  const sid = await makePool();
  const { connectionId } = await connectAccount(tenant.ctx, { ...base, pool: sid });
  const other = await seedTenant();
  await expect(setUpAccount(other.ctx, connectionId, {})).rejects.toMatchObject({ code: "not_found" });
});
