import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { seedConnection } from "@/lib/connections/testing";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { newId } from "@/lib/kernel/ids";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { mountedTable } from "./mounted";
import {
  carrierRequest,
  deliver,
  foreignAccount,
  platformAccount,
  statusFields,
  textFields,
} from "./testing";
import { forgetAddressees } from "./unsafe-addressee";

let tenant: SeededTenant;
let number: string;

beforeAll(async () => {
  log.level = "silent"; // refused requests
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
});
beforeEach(() => forgetAddressees());

const newCall = () => `CA${newId().replaceAll("-", "")}`;
const callFields = (sid: string, more: Record<string, string> = {}) => ({
  ...{ CallSid: sid, AccountSid: platformAccount.accountSid, From: "+14155550190", To: number },
  ...{ CallStatus: "ringing", Direction: "inbound", ApiVersion: "2010-04-01" },
  ...more,
});
const callOf = async (sid: string) =>
  (await listCalls(tenant.ctx, CallFilter.parse({ carrierCallId: sid }))).data[0];

async function ring(path = "/twiml/inbound"): Promise<string> {
  const sid = newCall();
  const answer = await deliver({ path, fields: callFields(sid) });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("<Response>");
  return sid;
}

const beginning = [
  ...["/twiml/inbound", "/webhooks/twilio/voice", "/connect/webhook/twilio"],
  ...["voice", "ivr-menu", "ivr-continue", "ivr-ai-outbound"].map(
    (service) => `/connect/webhook/twilio/${service}?orgid=acme`,
  ),
  ...["ivr-ai-transfer", "ai-voice"].map((service) => `/connect/webhook/twilio/${service}?orgid=acme`),
];

it.each(beginning)("a call at %s is answered for the owner of the number, once", async (path) => {
  const sid = await ring(path);
  await deliver({ path, fields: callFields(sid) });
  expect(await callOf(sid)).toMatchObject({ direction: "inbound" });
});

const goingOn = [
  ...["/webhooks/twilio/dtmf", "/connect/webhook/twilio/ivr-input"],
  "/connect/webhook/twilio/ivr-menu-input?orgid=acme&step=2",
];

it.each(goingOn)("what a caller says or presses reaches the call at %s", async (path) => {
  const sid = await ring();
  const answer = await deliver({ path, fields: callFields(sid, { SpeechResult: "Goodbye" }) });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/<Say|<Hangup/);
});

it("a caller in the carrier's own queue hears their place and music, and no call is begun", async () => {
  const sid = newCall();
  const queue = { QueueSid: "QU1", QueuePosition: "3", QueueTime: "20", AvgQueueTime: "240" };
  const path = "/connect/webhook/twilio/ivr-queue-music?orgid=acme";
  const answer = await deliver({ path, fields: callFields(sid, queue) });
  expect(answer.status).toBe(200);
  const document = await answer.text();
  expect(document).toMatch(/number 3 in line.*about 4 minutes.*<Play>[^<]*hold-music\/built-in/s);
  expect(document).not.toMatch(/<Gather|<Dial|<Hangup/);
  expect(await callOf(sid)).toBeUndefined();
});

const ending = [
  ...["/webhooks/twilio/call-status", "/webhooks/twilio/call-status/4711"],
  ...["/connect/webhook/twilio/status?orgid=acme", "/connect/webhook/twilio"],
];

it.each(ending)("the end of a call is told at %s", async (path) => {
  const sid = await ring();
  const fields = callFields(sid, { CallStatus: "completed", CallDuration: "12" });
  expect((await deliver({ path, fields })).status).toBe(204);
  expect(await callOf(sid)).toMatchObject({ status: "completed" });
});

const recordings = [
  ...["/webhooks/twilio/recording", "/webhooks/twilio/recording/4711"],
  ...["/connect/webhook/twilio/recording-status?orgid=acme", "/connect/webhook/twilio"],
];

it.each(recordings)("a recording is taken at %s, which names nothing but its call", async (path) => {
  const sid = await ring();
  const { CallSid, AccountSid } = callFields(sid);
  const recording = { RecordingSid: `RE${newId().replaceAll("-", "")}`, RecordingStatus: "completed" };
  const fields = {
    CallSid,
    AccountSid,
    ...recording,
    RecordingDuration: "7",
    RecordingUrl: "https://x.test/",
  };
  expect((await deliver({ path, fields })).status).toBe(204);
});

it("a call comes back at the former system's address to what it was told last", async () => {
  const sid = newCall();
  const first = await deliver({ path: "/twiml/inbound", fields: callFields(sid) });
  const path = "/connect/webhook/twilio/ivr-continue?orgid=acme";
  const again = await deliver({ path, fields: callFields(sid) });
  expect([again.status, await again.text()]).toEqual([200, await first.text()]);
});

it("a live call is put through to the first of the list at the former system's address", async () => {
  await withTenant(tenant.ctx, (tx) =>
    tx.transferTarget.create({
      data: { tenantId: tenant.ctx.tenantId, id: newId(), label: "Anika", e164: "+14155550147", position: 0 },
    }),
  );
  const other = `+1415555${String(Math.floor(Math.random() * 9_000) + 1_000)}`;
  const sid = newCall();
  await expect
    .poll(async () => {
      const fresh = newCall();
      await deliver({ path: "/twiml/inbound", fields: callFields(fresh, { From: other }) });
      const path = "/connect/webhook/twilio/ivr-ai-transfer?orgid=acme";
      return (await deliver({ path, fields: callFields(fresh, { From: other }) })).text();
    })
    .toContain("<Number>+14155550147</Number>");
  const path = "/connect/webhook/twilio/ivr-ai-transfer?orgid=acme";
  expect((await deliver({ path, fields: callFields(sid), token: null })).status).toBe(403);
});

it("the end of a payment is taken for a call of ours only, and never from nobody", async () => {
  const path = "/connect/webhook/twilio/ivr-payment-status?orgid=acme";
  const sid = await ring();
  const fields = callFields(sid, { Result: "success", PaymentCardNumber: "xxxxxxxxxxxx4242" });
  expect((await deliver({ path, fields })).status).toBe(200);
  const unknown = callFields(newCall(), { Result: "success" });
  expect((await deliver({ path, fields: unknown })).status).toBe(403);
  expect((await deliver({ path, fields, token: null })).status).toBe(403);
});

it("a finished message and its transcript are taken where the former system had them", async () => {
  const sid = await ring();
  const recording = { RecordingSid: `RE${newId().replaceAll("-", "")}`, RecordingDuration: "7" };
  const done = await deliver({
    path: "/connect/webhook/twilio/ivr-recording?orgid=acme",
    fields: callFields(sid, { ...recording, RecordingUrl: "https://x.test/", Digits: "hangup" }),
  });
  expect(done.status).toBe(200);
  const transcript = { ...recording, TranscriptionStatus: "completed", TranscriptionText: "Call me back" };
  const told = await deliver({
    path: "/connect/webhook/twilio/transcription-status?orgid=acme",
    fields: callFields(sid, transcript),
  });
  expect(told.status).toBe(204);
});

it.each(["/connect/webhook/twilio/sms?orgid=acme", "/connect/webhook/twilio", "/api/webhooks/twilio"])(
  "a text at %s lands in the inbox of the owner of the number",
  async (path) => {
    const from = `+1415555${String(Math.floor(Math.random() * 9_000) + 1_000)}`;
    expect((await deliver({ path, fields: textFields(number, { From: from }) })).status).toBe(200);
    const count = await withTenant(tenant.ctx, (tx) => tx.message.count({ where: { fromAddress: from } }));
    expect(count).toBe(1);
  },
);

it.each(["/webhooks/sms/twilio", "/connect/webhook/twilio/status?orgid=acme", "/connect/webhook/twilio"])(
  "a text's state is taken at %s",
  async (path) => {
    const fields = statusFields(`SM${newId().replaceAll("-", "")}`, "delivered", { From: number });
    expect((await deliver({ path, fields })).status).toBe(204);
  },
);

describe("whom it is for", () => {
  const path = "/connect/webhook/twilio/voice";
  const softphone = { From: "client:user-7", To: "+12065550100" };

  it("is said by the organisation when nothing else says it, by slug or id", async () => {
    for (const organisation of [tenant.slug, tenant.ctx.tenantId]) {
      const sid = newCall();
      const fields = callFields(sid, { To: "+12065550100" });
      expect((await deliver({ path: `${path}?orgid=${organisation}`, fields })).status).toBe(200);
      expect(await callOf(sid)).toBeDefined();
    }
    expect((await deliver({ path, fields: callFields(newCall(), softphone) })).status).toBe(403);
  });

  it("is never said by the organisation against the number", async () => {
    const other = await seedTenant();
    const sid = newCall();
    await deliver({ path: `${path}?orgid=${other.slug}`, fields: callFields(sid) });
    expect(await callOf(sid)).toBeDefined();
    expect((await listCalls(other.ctx, CallFilter.parse({ carrierCallId: sid }))).data).toEqual([]);
  });

  it("is whoever placed it, when one business of this installation calls another", async () => {
    const other = await seedTenant();
    const { e164 } = await seedNumber(other);
    const sid = newCall();
    const outbound = { From: number, To: e164, Direction: "outbound-api", CallStatus: "in-progress" };
    const answer = await deliver({ path: `${path}?orgid=acme`, fields: callFields(sid, outbound) });
    expect(answer.status).toBe(200);
    expect(await callOf(sid)).toMatchObject({ direction: "outbound" });
  });

  it("must be proven by an account of theirs", async () => {
    await seedConnection((await seedTenant()).ctx, foreignAccount);
    const sid = newCall();
    const fields = callFields(sid, { AccountSid: foreignAccount.accountSid });
    const answer = await deliver({ path, fields, token: foreignAccount.authToken });
    expect(answer.status).toBe(403);
    expect(await callOf(sid)).toBeUndefined();
  });
});

describe("the signature", () => {
  const path = "/connect/webhook/twilio/voice?orgid=acme&x=%20a+b";

  it("is believed over the URL that was called, query and all, and over no other", async () => {
    const canonical = `${env.publicUrl}/api/twilio/${tenant.slug}/answer`;
    expect((await deliver({ path, fields: callFields(newCall()) })).status).toBe(200);
    for (const signedUrl of [canonical, `${env.publicUrl}/connect/webhook/twilio/voice`]) {
      expect((await deliver({ path, fields: callFields(newCall()), signedUrl })).status).toBe(403);
    }
    expect((await deliver({ path, fields: callFields(newCall()), token: null })).status).toBe(403);
  });

  it("is checked the same where Next runs alone", async () => {
    const sid = newCall();
    const serve = mountedTable();
    expect((await serve(carrierRequest({ path, fields: callFields(sid) }))).status).toBe(200);
    expect(await callOf(sid)).toBeDefined();
    const forged = carrierRequest({ path, fields: callFields(newCall()), token: null });
    expect((await serve(forged)).status).toBe(403);
    const nowhere = carrierRequest({ path: "/connect/webhook/none", fields: {} });
    expect((await serve(nowhere)).status).toBe(403);
  });
});
