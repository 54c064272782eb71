import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { installModel, openModel } from "@/lib/ai";
import { startStubModel } from "@/lib/ai/testing";
import { withTenantSql } from "@/lib/db";
import { examine, type Finding } from "@/lib/doctor";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { runDueJobs } from "@/lib/jobs/testing";
import { receiveText, sendMessage } from "@/lib/messages";
import { carrierOf, inboundText } from "@/lib/messages/testing";
import { buyNumber, changeChannel, listNumbers, repairNumber, searchNumbers } from "@/lib/numbers";
import { connectAccount } from "@/lib/setup";
import { openAccount } from "@/lib/setup/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { deliver, textFields } from "@/lib/webhooks/testing";
import { type Desk, openDesk } from "./open-desk";

let desk: Desk;
beforeAll(async () => {
  log.level = "silent"; // refusals on purpose
  desk = await openDesk();
});
afterAll(() => desk.close());

/** One business with its number, as it stands before something breaks. */
type Place = { tenant: SeededTenant; account: { accountSid: string; authToken: string }; e164: string };

const held = ({ e164 }: Place) => {
  const number = [...desk.simulator.world.store.numbers.values()].find((one) => one.phoneNumber === e164);
  if (!number) throw new Error(`The carrier has no ${e164}.`);
  return number;
};

let last = 100;
async function openPlace(): Promise<Place> {
  last += 1;
  const account = {
    accountSid: `AC${String(last).padStart(32, "0")}`,
    authToken: `token-of-the-cause-number-${String(last).padStart(10, "0")}`,
  };
  const e164 = `+120655${String(51_000 + last)}`;
  await openAccount(desk.simulator, account, e164);
  const tenant = await seedTenant();
  await connectAccount(tenant.ctx, { carrier: "twilio", scope: "tenant", credentials: account, e164 });
  return { tenant, account, e164 };
}

async function findingsOf({ tenant }: Place): Promise<Map<string, Finding>> {
  const { examinations } = await examine(tenant.ctx);
  return new Map(examinations.flatMap(({ findings }) => findings).map((one) => [one.key, one]));
}

const idOf = async ({ tenant }: Place) => (await listNumbers(tenant.ctx))[0]?.id ?? "";

async function closeTickets({ tenant }: Place): Promise<void> {
  await withTenantSql(tenant.ctx, (sql) =>
    sql.run("UPDATE conversations SET status = 'closed', closed_at = now() WHERE tenant_id = $1::uuid", [
      tenant.ctx.tenantId,
    ]),
  );
}

/** Every row of every troubleshooting table: what somebody notices, its cause, and the line that tells it. */
type Cause = {
  notices: string;
  cause: string;
  /** The finding's key. */
  tells: string;
  says: RegExp;
  happens: (place: Place) => unknown;
};

const causes: Cause[] = [
  {
    notices: "Calls go to voicemail",
    cause: "the voice webhook is not set",
    ...{ tells: "webhook:answer", says: /no webhook is set/ },
    happens: (place) => Object.assign(held(place), { voiceUrl: "" }),
  },
  {
    notices: "Calls go to voicemail",
    cause: "the voice webhook is wrong",
    ...{ tells: "webhook:answer", says: /another address: elsewhere\.example/ },
    happens: (place) => Object.assign(held(place), { voiceUrl: "https://elsewhere.example/voice" }),
  },
  {
    notices: "Texts do not reach the inbox",
    cause: "the messaging webhook is not configured",
    ...{ tells: "webhook:text", says: /no webhook is set/ },
    happens: (place) => Object.assign(held(place), { smsUrl: "" }),
  },
  {
    notices: "WhatsApp messages do not come",
    cause: "the sender did not join the sandbox",
    ...{ tells: "whatsapp", says: /No WhatsApp message has ever come/ },
    happens: async (place) =>
      changeChannel(place.tenant.ctx, { id: await idOf(place), kind: "whatsapp" }, { isEnabled: true }),
  },
  {
    notices: "Texts do not leave",
    cause: "the installation's sender is not a number of its account",
    ...{ tells: "sender", says: /is not a number of this/ },
    happens: async (place) => {
      // A business that lives on the installation's account.
      await withTenantSql(place.tenant.ctx, (sql) =>
        sql.run("UPDATE numbers SET connection_id = NULL WHERE tenant_id = $1::uuid", [
          place.tenant.ctx.tenantId,
        ]),
      );
      Object.assign(env.carriers.twilio ?? {}, { account: place.account, fromNumber: "+12065550999" });
    },
  },
  {
    notices: "401 in the log",
    cause: "the auth token is wrong, for it was rotated",
    ...{ tells: "credentials", says: /does not accept/ },
    happens: ({ account }) => openAccount(desk.simulator, { ...account, authToken: "f".repeat(32) }),
  },
  {
    notices: "The receptionist does not answer",
    cause: "the answer URL has the wrong slug",
    ...{ tells: "webhook:answer", says: /name of the business in it is not yours/ },
    happens: (place) =>
      Object.assign(held(place), { voiceUrl: `${env.publicUrl}/api/twilio/somebody-else/answer` }),
  },
  {
    notices: "It answers but does not respond",
    cause: "the model's key is missing",
    ...{ tells: "model", says: /No model is connected/ },
    happens: () => installModel(null),
  },
  {
    notices: "It answers but does not respond",
    cause: "the model's key is invalid",
    ...{ tells: "model", says: /does not accept the key/ },
    happens: async () => {
      const stub = await startStubModel();
      stub.script({ status: 401 });
      installModel(openModel({ apiKey: "sk-wrong", baseUrl: stub.url, model: "any" }));
    },
  },
  {
    notices: "The call ends after the greeting",
    cause: "the input URL cannot be reached",
    ...{ tells: "rehearsal:call", says: /would end after its greeting/ },
    happens: () => Object.assign(desk.proxy, { does: "breaks_input" }),
  },
  {
    notices: "The call log is not saved",
    cause: "the hang-up URL is not set",
    ...{ tells: "webhook:status", says: /no webhook is set/ },
    happens: (place) => Object.assign(held(place), { statusCallback: "" }),
  },
  {
    notices: "It works locally but not live",
    cause: "the tunnel does not run, or its address is another one",
    ...{ tells: "public_url", says: /cannot be reached/ },
    happens: () => Object.assign(desk.proxy, { does: "gone" }),
  },
  {
    notices: "The webhook receives no messages",
    cause: "the number cannot do texts",
    ...{ tells: "capability", says: /cannot do texts/ },
    happens: ({ tenant }) =>
      withTenantSql(tenant.ctx, (sql) =>
        sql.run("UPDATE numbers SET capabilities = '{voice}' WHERE tenant_id = $1::uuid", [
          tenant.ctx.tenantId,
        ]),
      ),
  },
  {
    notices: "Signatures fail",
    cause: "the address does not match exactly, https:// included",
    ...{ tells: "webhook:text", says: /in place of http:\/\/, and signatures cover that/ },
    happens: (place) =>
      Object.assign(held(place), { smsUrl: held(place).smsUrl.replace(/^http:/, "https:") }),
  },
  {
    notices: "Signatures fail",
    cause: "something on the way changes the body",
    ...{ tells: "signature", says: /was not believed/ },
    happens: () => Object.assign(desk.proxy, { does: "rewrites_bodies" }),
  },
  {
    notices: "Signatures fail",
    cause: "the carrier signs with another token",
    ...{ tells: "refused", says: /refused in the last day/ },
    happens: ({ tenant, e164, account }) =>
      deliver({
        path: `/api/twilio/${tenant.slug}/sms`,
        fields: textFields(e164, { AccountSid: account.accountSid }),
        token: "e".repeat(32),
      }),
  },
  {
    notices: "Replies do not leave",
    cause: "the account has no money",
    ...{ tells: "balance", says: /refuses texts and calls/ },
    happens: ({ account }) => openAccount(desk.simulator, account, undefined, { balance: "0.00" }),
  },
  {
    notices: "Replies do not leave",
    cause: "the recipient's number is not valid",
    ...{ tells: "sending", says: /texts failed in a day/ },
    happens: async ({ tenant, e164 }) => {
      await receiveText(
        carrierOf(tenant),
        inboundText(e164, { from: "+15005550001", fromPhone: "+15005550001" }),
      );
      await sendMessage(tenant.ctx, { to: "+15005550001", body: "We are open" });
      await runDueJobs();
    },
  },
  {
    notices: "Tickets are doubled",
    cause: "a ticket is created on each new thread",
    ...{ tells: "tickets", says: /three or more tickets in a week/ },
    happens: async (place) => {
      for (const body of ["One", "Two", "Three"]) {
        await receiveText(carrierOf(place.tenant), inboundText(place.e164, { body }));
        await closeTickets(place);
      }
    },
  },
  {
    notices: "Nothing is live",
    cause: "a proxy holds the live stream back",
    ...{ tells: "live", says: /did not reach an open screen/ },
    happens: () => Object.assign(desk.proxy, { does: "buffers_streams" }),
  },
  {
    notices: "The softphone does not call",
    cause: "the TwiML App was deleted in the console",
    ...{ tells: "application", says: /was deleted at/ },
    happens: () => desk.simulator.world.store.applications.clear(),
  },
];

const { account, fromNumber } = env.carriers.twilio ?? { account: null, fromNumber: undefined };
let ready: Awaited<ReturnType<typeof startStubModel>>;
beforeAll(async () => {
  ready = await startStubModel();
});
afterAll(() => ready.close());
beforeEach(() => {
  desk.proxy.does = "none";
  installModel(openModel({ apiKey: "sk-right", baseUrl: ready.url, model: "any" }));
  Object.assign(env.carriers.twilio ?? {}, { account, fromNumber });
});

it.each(causes)("$notices, because $cause: told by $tells", async ({ tells, says, happens }) => {
  const place = await openPlace();
  const before = (await findingsOf(place)).get(tells);
  expect(before?.tone ?? "good").toBe("good");
  await happens(place);
  const found = (await findingsOf(place)).get(tells);
  expect(found).toMatchObject({ sentence: expect.stringMatching(says) });
  expect(found?.tone).not.toBe("good");
  expect(found?.cure?.length).toBeGreaterThan(10);
});

it("on the other carrier too: a wrong slug and hang-ups that go elsewhere, both cured by a repair", async () => {
  const tenant = await seedTenant();
  const credentials = { authId: "MA_CAUSE001", authToken: "vobiz-causes-0123456789abcdef" };
  await openAccount(
    desk.simulator,
    { accountSid: credentials.authId, authToken: credentials.authToken },
    undefined,
    {
      ...{ carrier: "vobiz", balance: "9000.00", currency: "INR" },
    },
  );
  const { connectionId } = await connectAccount(tenant.ctx, {
    carrier: "vobiz",
    scope: "tenant",
    credentials,
  });
  const query = { carrier: "vobiz", country: "IN", kind: "local", connectionId } as const;
  const e164 = (await searchNumbers(tenant.ctx, query)).data.at(0)?.e164 ?? "";
  const { id } = await buyNumber(tenant.ctx, { carrier: "vobiz", connectionId, e164 });
  const place = { tenant, account: { accountSid: "", authToken: "" }, e164 };
  const clean = await findingsOf(place);
  expect([...clean.values()].filter(({ tone }) => tone === "bad")).toEqual([]);
  await changeApplication(credentials, {
    answer_url: `${env.publicUrl}/api/vobiz/somebody-else/answer`,
    hangup_url: "https://elsewhere.example/hangup",
  });
  const found = await findingsOf(place);
  expect(found.get("webhook:answer")?.sentence).toMatch(/not yours/);
  expect(found.get("webhook:status")?.sentence).toMatch(/another address/);
  await repairNumber(tenant.ctx, id);
  const after = await findingsOf(place);
  expect([...after.values()].filter(({ tone }) => tone === "bad")).toEqual([]);
});

/** Changes the account's one application as a person does in the carrier's console. */
async function changeApplication(
  { authId, authToken }: { authId: string; authToken: string },
  change: Record<string, string>,
): Promise<void> {
  const url = `${desk.simulator.url}/api/v1/Account/${authId}/Application/`;
  const headers = { "x-auth-id": authId, "x-auth-token": authToken, "content-type": "application/json" };
  const listed = (await (await fetch(url, { headers })).json()) as { objects: { app_id: string }[] };
  const id = listed.objects[0]?.app_id ?? "";
  const answer = await fetch(`${url}${id}/`, { method: "POST", headers, body: JSON.stringify(change) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}
