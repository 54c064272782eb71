import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  demoAccount,
  demoNumber,
  demoToken,
  post,
  type Stage,
  startStage,
  twilioClient,
  waitFor,
} from "../testing";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const client = () => twilioClient(stage.simulator.url);
const accountNumber = (order: number) =>
  [`AC${String(order).padStart(32, "0")}`, String(order).padStart(32, "0")] as const;
const basic = `Basic ${Buffer.from(`${demoAccount}:${demoToken}`).toString("base64")}`;

describe("the account", () => {
  it("is verified by fetching it, and has a balance", async () => {
    const account = await client().api.v2010.accounts(demoAccount).fetch();
    expect(account).toMatchObject({ sid: demoAccount, status: "active", type: "Full" });
    expect(await client().balance.fetch()).toMatchObject({ currency: "USD", accountSid: demoAccount });
  });

  it("shows that it is suspended, and then does nothing", async () => {
    const suspended = twilioClient(stage.simulator.url, ...accountNumber(2));
    expect(await suspended.api.v2010.accounts(accountNumber(2)[0]).fetch()).toMatchObject({
      status: "suspended",
    });
    await expect(suspended.messages.list()).rejects.toMatchObject({ code: 20005 });
  });

  it("on trial reaches verified numbers only", async () => {
    const trial = twilioClient(stage.simulator.url, ...accountNumber(3));
    const send = (to: string) => trial.messages.create({ from: "+13125550170", to, body: "Hello" });
    await expect(send("+14155552671")).rejects.toMatchObject({ code: 21608 });
    expect((await send("+14155550100")).body).toMatch(/^Sent from your Twilio trial account - Hello/);
  });

  it("is not shown to another account, nor to nobody", async () => {
    const other = twilioClient(stage.simulator.url, ...accountNumber(4));
    await expect(other.api.v2010.accounts(demoAccount).fetch()).rejects.toMatchObject({
      status: 401,
      code: 20003,
    });
    const anonymous = await fetch(`${stage.simulator.url}/2010-04-01/Accounts/${demoAccount}.json`);
    expect(anonymous.status).toBe(401);
    expect(await anonymous.json()).toMatchObject({ code: 20003, status: 401 });
  });
});

describe("API keys", () => {
  it("say their secret once, open everything but accounts and keys, and end when deleted", async () => {
    const made = await client().newKeys.create({ friendlyName: "Softphone" });
    expect(made.secret).toHaveLength(32);
    const listed = await client().keys.list();
    expect(listed.map(({ sid }) => sid)).toContain(made.sid);
    for (const key of listed) expect(key).not.toHaveProperty("secret");
    const withKey = twilioClient(stage.simulator.url, made.sid, made.secret, demoAccount);
    expect(await withKey.incomingPhoneNumbers.list()).not.toHaveLength(0);
    await expect(withKey.api.v2010.accounts(demoAccount).fetch()).rejects.toMatchObject({ code: 20003 });
    await expect(withKey.keys.list()).rejects.toMatchObject({ code: 20003 });
    expect(await client().keys(made.sid).remove()).toBe(true);
    await expect(withKey.incomingPhoneNumbers.list()).rejects.toMatchObject({ code: 20003 });
  });
});

describe("the number shop", () => {
  const search = (more: object) => client().availablePhoneNumbers("US").local.list(more);

  it("shows the same numbers each time, by area code, pattern and ability", async () => {
    const numbers = await search({ areaCode: 415, limit: 5 });
    expect(numbers[0]).toMatchObject({ locality: "San Francisco", region: "CA", isoCountry: "US" });
    expect(numbers[0]?.capabilities).toMatchObject({ voice: true, sms: true, mms: true });
    const again = await search({ areaCode: 415, limit: 5 });
    expect(again.map(({ phoneNumber }) => phoneNumber)).toEqual(
      numbers.map(({ phoneNumber }) => phoneNumber),
    );
    const matching = await search({ contains: "415555017*", smsEnabled: true });
    expect(matching.every(({ phoneNumber }) => /^\+1415555017\d$/.test(phoneNumber))).toBe(true);
    expect(matching).not.toHaveLength(0);
    expect(await search({ areaCode: 533 })).toEqual([]);
  });

  it("has a price list per country, and none for where it sells nothing", async () => {
    const prices = (country: string) => client().pricing.v1.phoneNumbers.countries(country).fetch();
    const { priceUnit, phoneNumberPrices } = await prices("US");
    expect(priceUnit).toBe("USD");
    const tollFree = { numberType: "toll free", basePrice: "2.15", currentPrice: "2.15" };
    expect(phoneNumberPrices).toContainEqual(tollFree);
    await expect(prices("XX")).rejects.toMatchObject({ status: 404 });
  });

  it("knows no mobile numbers in the United States, but in Britain", async () => {
    await expect(client().availablePhoneNumbers("US").mobile.list()).rejects.toMatchObject({ code: 20404 });
    const [mobile] = await client().availablePhoneNumbers("GB").mobile.list({ limit: 1 });
    expect(mobile?.phoneNumber).toMatch(/^\+447700900/);
  });

  it("sells a number with its webhooks, which then is gone from the shop and can send", async () => {
    const [wanted] = await search({ areaCode: 206, limit: 1 });
    const smsUrl = `${stage.product.url}/api/twilio/new/sms`;
    const phoneNumber = wanted?.phoneNumber ?? "";
    const bought = await client().incomingPhoneNumbers.create({ phoneNumber, smsUrl });
    expect(bought).toMatchObject({ phoneNumber, smsUrl, smsMethod: "POST" });
    expect((await search({ areaCode: 206 })).map((number) => number.phoneNumber)).not.toContain(phoneNumber);
    await expect(client().incomingPhoneNumbers.create({ phoneNumber })).rejects.toMatchObject({
      code: 21422,
    });
    await client().messages.create({ from: phoneNumber, to: "+14155552671", body: "From the new number" });
    const [found] = await client().incomingPhoneNumbers.list({ phoneNumber });
    const updated = await client()
      .incomingPhoneNumbers(found?.sid ?? "")
      .update({ friendlyName: "Front desk" });
    expect(updated).toMatchObject({ friendlyName: "Front desk", smsUrl });
    expect(await client().incomingPhoneNumbers(bought.sid).remove()).toBe(true);
    await expect(client().incomingPhoneNumbers(bought.sid).fetch()).rejects.toMatchObject({ code: 20404 });
  });

  it.each([
    [{ phoneNumber: "+15005550000" }, 21422],
    [{ phoneNumber: "+15005550001" }, 21421],
    [{ areaCode: "533" }, 21452],
    [{ phoneNumber: "+442079460011" }, 21631],
  ])("refuses %o with %i", async (wanted, code) => {
    await expect(client().incomingPhoneNumbers.create(wanted)).rejects.toMatchObject({ status: 400, code });
  });

  it.each([{ phoneNumber: "+15005550006" }, { areaCode: "500" }])("sells %o to tests", async (wanted) => {
    expect(await client().incomingPhoneNumbers.create(wanted)).toMatchObject({ status: "in-use" });
  });
});

describe("applications and services", () => {
  it("makes, changes and removes an application", async () => {
    const voiceUrl = `${stage.product.url}/voice`;
    const made = await client().applications.create({ friendlyName: "Softphone", voiceUrl });
    expect(await client().applications(made.sid).update({ voiceMethod: "GET" })).toMatchObject({
      voiceUrl,
      voiceMethod: "GET",
    });
    expect(await client().applications(made.sid).remove()).toBe(true);
    await expect(client().applications(made.sid).fetch()).rejects.toMatchObject({ code: 20404 });
  });

  it("sends through a service: accepted first, then queued, from a number of its pool", async () => {
    const statusCallback = `${stage.product.url}/service-status`;
    const service = await client().messaging.v1.services.create({ friendlyName: "Pool", statusCallback });
    const pool = client().messaging.v1.services(service.sid);
    const create = () =>
      client().messages.create({ messagingServiceSid: service.sid, to: "+14155552671", body: "Hi" });
    await expect(create()).rejects.toMatchObject({ code: 21703 });
    await pool.phoneNumbers.create({ phoneNumberSid: "PN00000000000000000000000000000002" });
    expect(await pool.phoneNumbers.list()).toHaveLength(1);
    const message = await create();
    expect(message).toMatchObject({ status: "accepted", from: null, numSegments: "0" });
    const seen = () => stage.product.asked.filter(({ form }) => form.get("MessageSid") === message.sid);
    await stage.product.until(() => seen().length === 3);
    expect(seen().map(({ form }) => form.get("MessageStatus"))).toEqual(["queued", "sent", "delivered"]);
    expect(seen()[2]?.form.get("MessagingServiceSid")).toBe(service.sid);
    expect(await client().messages(message.sid).fetch()).toMatchObject({
      from: "+12125550142",
      numSegments: "1",
    });
    expect(await pool.remove()).toBe(true);
  });

  it("schedules through a service, and calls it off", async () => {
    const service = await client().messaging.v1.services.create({ friendlyName: "Later" });
    await client()
      .messaging.v1.services(service.sid)
      .phoneNumbers.create({ phoneNumberSid: "PN00000000000000000000000000000003" });
    const sendAt = new Date(Date.now() + 3_600_000);
    const plan = {
      messagingServiceSid: service.sid,
      to: "+14155552671",
      body: "Later",
      scheduleType: "fixed",
    } as const;
    const message = await client().messages.create({ ...plan, sendAt });
    expect(message.status).toBe("scheduled");
    expect(await client().messages(message.sid).update({ status: "canceled" })).toMatchObject({
      status: "canceled",
    });
    await expect(client().messages(message.sid).update({ status: "canceled" })).rejects.toMatchObject({
      code: 30409,
    });
  });
});

describe("calls and recordings", () => {
  const create = (to: string, from = demoNumber) =>
    client().calls.create({ to, from, url: `${stage.product.url}/voice` });

  it("queues a call, shows it and ends it", async () => {
    const call = await create("+14155552671");
    expect(call).toMatchObject({ status: "queued", direction: "outbound-api" });
    expect(await client().calls.list({ to: "+14155552671" })).toHaveLength(1);
    const ended = await client().calls(call.sid).update({ status: "completed" });
    expect(["completed", "canceled"]).toContain(ended.status);
    await expect(client().calls(call.sid).update({ url: "http://x.test/" })).rejects.toMatchObject({
      code: 21220,
    });
  });

  it.each([
    ["+15005550001", demoNumber, 21217],
    ["+15005550002", demoNumber, 21214],
    ["+15005550003", demoNumber, 21215],
    ["+15005550004", demoNumber, 21216],
    ["+14155552671", "+15005550001", 21212],
    ["+14155552671", "+14155559999", 21210],
  ])("refuses to call %s from %s with %i", async (to, from, code) => {
    await expect(create(to, from)).rejects.toMatchObject({ status: 400, code });
  });

  it("gives a recording's sound to those with credentials, until it is deleted", async () => {
    const now = new Date();
    const sid = `RE${"a".repeat(32)}`;
    const known = {
      sid,
      carrier: "twilio",
      accountSid: demoAccount,
      callSid: `CA${"a".repeat(32)}`,
    } as const;
    const state = { conferenceSid: null, status: "completed", channels: 1, source: "RecordVerb" } as const;
    const times = { createdAt: now, updatedAt: now, startedAt: now, durationSeconds: 2 };
    stage.simulator.world.store.recordings.set(sid, {
      ...known,
      ...state,
      ...times,
      data: Buffer.from("RIFF"),
    });
    const url = `${stage.simulator.url}/2010-04-01/Accounts/${demoAccount}/Recordings/${sid}`;
    expect((await fetch(url)).status).toBe(401);
    const file = await fetch(`${url}.mp3`, { headers: { authorization: basic } });
    expect(await file.text()).toBe("RIFF");
    expect(await client().recordings(sid).fetch()).toMatchObject({ duration: "2", source: "RecordVerb" });
    expect(await client().recordings(sid).remove()).toBe(true);
    expect((await fetch(url, { headers: { authorization: basic } })).status).toBe(404);
    expect(await client().recordings.list()).toEqual([]);
  });
});

describe("REST under faults", () => {
  const faults = () => `${stage.simulator.url}/faults`;
  const setFault = (fault: object) => post(faults(), { target: "rest", times: 1, ...fault });
  const create = () =>
    client().messages.create({ from: demoNumber, to: "+14155550177", body: "Under fault" });
  const sentSince = async (seq: number) => {
    const response = await fetch(`${stage.simulator.url}/ledger?since=${seq}&kind=message.sent`);
    return (await response.json()).data.length;
  };
  const lastSeq = () => stage.simulator.world.ledger.read({}).at(-1)?.seq ?? 0;

  it("answers 429 once, having done nothing", async () => {
    const before = lastSeq();
    await setFault({ kind: "429", match: { path: "/Messages" } });
    await expect(create()).rejects.toMatchObject({ status: 429, code: 20429 });
    expect(await sentSince(before)).toBe(0);
    await create();
    expect(await sentSince(before)).toBe(1);
  });

  it("breaks before or after accepting", async () => {
    const before = lastSeq();
    await setFault({ kind: "500-before" });
    await expect(create()).rejects.toMatchObject({ status: 500 });
    expect(await sentSince(before)).toBe(0);
    await setFault({ kind: "500-after", match: { to: "+14155550177", method: "POST" } });
    await expect(create()).rejects.toMatchObject({ status: 500 });
    expect(await sentSince(before)).toBe(1);
    await waitFor(async () =>
      (await client().messages.list({ to: "+14155550177" })).every(({ status }) => status === "delivered"),
    );
  });

  it("accepts and never answers, or cuts the line", async () => {
    const before = lastSeq();
    await setFault({ kind: "timeout", ms: 30 });
    await expect(create()).rejects.toThrow();
    expect(await sentSince(before)).toBe(1);
    await setFault({ kind: "drop" });
    await expect(create()).rejects.toThrow();
    expect(await sentSince(before)).toBe(1);
  });

  it("leaves other paths alone, lists what stands, and refuses nonsense", async () => {
    await setFault({ kind: "429", match: { path: "/Calls*.json" } });
    await create();
    expect((await (await fetch(faults())).json()).data).toEqual([
      expect.objectContaining({ kind: "429", times: 1 }),
    ]);
    expect((await fetch(faults(), { method: "DELETE" })).status).toBe(204);
    expect((await (await fetch(faults())).json()).data).toEqual([]);
    expect((await setFault({ kind: "forge" })).status).toBe(422);
    expect((await setFault({ kind: "fire" })).status).toBe(422);
  });
});

describe("unknown paths", () => {
  it("get Twilio's 20404 under its API, and a sentence elsewhere", async () => {
    const unknown = await fetch(`${stage.simulator.url}/2010-04-01/Accounts/${demoAccount}/Nothing.json`);
    expect(await unknown.json()).toMatchObject({ code: 20404, status: 404 });
    const elsewhere = await fetch(`${stage.simulator.url}/nothing`);
    expect(elsewhere.headers.get("content-type")).toBe("application/problem+json");
  });
});
