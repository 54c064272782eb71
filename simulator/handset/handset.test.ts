import twilio from "twilio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
beforeEach(async () => {
  stage.product.asked.length = 0;
  stage.product.answers.clear();
  await fetch(`${stage.simulator.url}/faults`, { method: "DELETE" });
});

const phone = "+12065550148";
const write = (more: object) =>
  post(`${stage.simulator.url}/handset/messages`, {
    carrier: "twilio",
    from: phone,
    to: demoNumber,
    ...more,
  });
const isGenuine = (index = 0) => {
  const asked = stage.product.asked[index];
  if (!asked) throw new Error("The product was not asked");
  const signature = String(asked.headers["x-twilio-signature"] ?? "");
  return twilio.validateRequest(demoToken, signature, asked.url, Object.fromEntries(asked.form));
};
const thread = async (query = "") => {
  const response = await fetch(
    `${stage.simulator.url}/handset/messages?phone=${encodeURIComponent(phone)}${query}`,
  );
  return (await response.json()).data;
};

describe("a text from the handset", () => {
  it("reaches the number's webhook, signed, with everything Twilio sends", async () => {
    const { status, json } = await write({ body: "Hi, do you have time on Friday? ✓" });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      messageSid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      request: { url: `${stage.product.url}/api/twilio/demo/sms` },
      response: { status: 200, body: "<Response/>" },
    });
    expect(isGenuine()).toBe(true);
    expect(Object.fromEntries(stage.product.asked[0]?.form ?? [])).toMatchObject({
      MessageSid: json.messageSid,
      SmsSid: json.messageSid,
      SmsMessageSid: json.messageSid,
      AccountSid: demoAccount,
      From: phone,
      To: demoNumber,
      Body: "Hi, do you have time on Friday? ✓",
      NumMedia: "0",
      NumSegments: "1",
      SmsStatus: "received",
      ReferralNumMedia: "0",
      FromCity: "SEATTLE",
      FromState: "WA",
      FromCountry: "US",
      ToCity: "",
      ApiVersion: "2010-04-01",
    });
    expect(stage.product.asked[0]?.headers["i-twilio-idempotency-token"]).toBeTruthy();
  });

  it("carries pictures that only credentials open", async () => {
    const data = Buffer.from("a picture").toString("base64");
    await write({ body: "Look", media: [{ contentType: "image/png", data }] });
    const form = stage.product.asked[0]?.form;
    expect(form?.get("NumMedia")).toBe("1");
    expect(form?.get("MediaContentType0")).toBe("image/png");
    const url = form?.get("MediaUrl0") ?? "";
    expect((await fetch(url)).status).toBe(401);
    const authorization = `Basic ${Buffer.from(`${demoAccount}:${demoToken}`).toString("base64")}`;
    expect(await (await fetch(url, { headers: { authorization } })).text()).toBe("a picture");
  });

  it("can be forged, unsigned, repeated and bent for tests", async () => {
    await write({ body: "x", signature: "forged" });
    expect(isGenuine()).toBe(false);
    await write({ body: "x", signature: "none" });
    expect(stage.product.asked[1]?.headers["x-twilio-signature"]).toBeUndefined();
    const { json } = await write({ body: "x", repeat: 5, overrides: { Extra: ["1", "2"], FromCity: null } });
    expect(json.responses).toHaveLength(5);
    const copies = stage.product.asked.slice(2);
    expect(new Set(copies.map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(1);
    expect(copies[0]?.form.getAll("Extra")).toEqual(["1", "2"]);
    expect(copies[0]?.form.has("FromCity")).toBe(false);
  });

  it("is refused with a sentence when it cannot be sent", async () => {
    expect(await write({ to: "+19995550000", body: "x" })).toMatchObject({
      status: 404,
      json: { detail: "No twilio account in the simulator owns the number +19995550000." },
    });
    expect((await write({ to: "+12125550142", body: "x", channel: "whatsapp" })).status).toBe(422);
    expect((await write({ from: "" })).status).toBe(422);
  });

  it("goes to the fallback URL with the reason when the webhook fails", async () => {
    const [number] = await twilioClient(stage.simulator.url).incomingPhoneNumbers.list({
      phoneNumber: demoNumber,
    });
    const smsFallbackUrl = `${stage.product.url}/fallback`;
    await twilioClient(stage.simulator.url)
      .incomingPhoneNumbers(number?.sid ?? "")
      .update({ smsFallbackUrl });
    stage.product.answers.set("/api/twilio/demo/sms", { status: 503 });
    const { json } = await write({ body: "x" });
    expect(json.response.status).toBe(200);
    expect(stage.product.asked.map(({ path }) => path)).toEqual(["/api/twilio/demo/sms", "/fallback"]);
    expect(stage.product.asked[1]?.form.get("ErrorCode")).toBe("11200");
  });

  it("is answered by TwiML", async () => {
    const body = '<?xml version="1.0"?><Response><Message>Tom &amp; Ann, 10 o&#39;clock</Message></Response>';
    stage.product.answers.set("/api/twilio/demo/sms", { status: 200, body });
    await write({ body: "When?" });
    await waitFor(async () => (await thread()).at(-1)?.body === "Tom & Ann, 10 o'clock");
  });
});

describe("a WhatsApp message from the handset", () => {
  it("comes with the profile and without geography", async () => {
    await write({ channel: "whatsapp", body: "Namaste", profileName: "Lena Novak" });
    const form = Object.fromEntries(stage.product.asked[0]?.form ?? []);
    expect(stage.product.asked[0]?.path).toBe("/api/twilio/demo/whatsapp");
    expect(form).toMatchObject({
      From: `whatsapp:${phone}`,
      To: `whatsapp:${demoNumber}`,
      WaId: "12065550148",
      ProfileName: "Lena Novak",
    });
    expect(form).not.toHaveProperty("FromCity");
    expect(isGenuine()).toBe(true);
  });
});

describe("the phone's own view", () => {
  it("shows both directions of a thread", async () => {
    const client = twilioClient(stage.simulator.url);
    await write({ channel: "whatsapp", body: "One" });
    const message = await client.messages.create({
      from: `whatsapp:${demoNumber}`,
      to: `whatsapp:${phone}`,
      body: "Two",
    });
    await waitFor(async () => (await client.messages(message.sid).fetch()).status === "delivered");
    const shown = (await thread("&channel=whatsapp")).slice(-2);
    expect(shown).toEqual([
      expect.objectContaining({ body: "One", direction: "sent", business: demoNumber }),
      expect.objectContaining({ body: "Two", direction: "received", status: "delivered" }),
    ]);
  });

  it("streams what arrives", async () => {
    const abort = new AbortController();
    const url = `${stage.simulator.url}/handset/stream?phone=${encodeURIComponent(phone)}`;
    const response = await fetch(url, { signal: abort.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const listening = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        heard += part.value;
    })().catch(() => undefined);
    await twilioClient(stage.simulator.url).messages.create({
      from: demoNumber,
      to: phone,
      body: "Streamed",
    });
    await waitFor(() => heard.includes('"status":"delivered"'));
    expect(heard).toContain("event: message");
    abort.abort();
    await listening;
  });

  it("knows the desk", async () => {
    const desk = await (await fetch(`${stage.simulator.url}/handset/desk`)).json();
    expect(desk.phones).toContainEqual(
      expect.objectContaining({ name: "Mira Kapoor", phone: "+12125550182" }),
    );
    expect(desk.businesses).toContainEqual(
      expect.objectContaining({ phoneNumber: demoNumber, channels: ["sms", "whatsapp", "voice"] }),
    );
  });
});

describe("webhooks and callbacks under faults", () => {
  const setFault = (fault: object) => post(`${stage.simulator.url}/faults`, { times: 1, ...fault });
  const statusCallback = () => `${stage.product.url}/status`;
  const send = () =>
    twilioClient(stage.simulator.url).messages.create({
      from: demoNumber,
      to: phone,
      body: "x",
      statusCallback: statusCallback(),
    });
  const statuses = () => stage.product.asked.map(({ form }) => form.get("MessageStatus"));

  it("are dropped, duplicated or forged", async () => {
    await setFault({ target: "webhooks", kind: "drop" });
    expect((await write({ body: "lost" })).json.response).toMatchObject({ dropped: true });
    expect(stage.product.asked).toHaveLength(0);
    await setFault({ target: "webhooks", kind: "duplicate" });
    await write({ body: "twice" });
    await stage.product.until((asked) => asked.length === 2);
    await setFault({ target: "webhooks", kind: "forge" });
    await write({ body: "forged" });
    expect(isGenuine(2)).toBe(false);
  });

  it("come out of order", async () => {
    await setFault({ target: "callbacks", kind: "reorder" });
    await send();
    await stage.product.until((asked) => asked.length === 2);
    expect(statuses()).toEqual(["delivered", "sent"]);
  });

  it("are late, or given up", async () => {
    await setFault({ target: "webhooks", kind: "latency", ms: 40 });
    const begun = Date.now();
    await write({ body: "late" });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(38);
    stage.product.answers.set("/api/twilio/demo/sms", "hang");
    stage.product.answers.set("/fallback", "hang");
    await setFault({ target: "webhooks", kind: "timeout", ms: 20, times: 2 });
    expect((await write({ body: "given up" })).json.response).toMatchObject({
      status: 0,
      error: "The answer took too long.",
    });
  });
});

describe("the ledger", () => {
  it("tells what happened since a point, by kind, and forgets on request", async () => {
    const ledger = async (query = "") =>
      (await (await fetch(`${stage.simulator.url}/ledger${query}`)).json()).data;
    const before = (await ledger()).at(-1).seq;
    const { json } = await write({ body: "For the books" });
    const [received] = await ledger(`?since=${before}&kind=message`);
    expect(received).toMatchObject({
      kind: "message.received",
      sid: json.messageSid,
      from: phone,
      body: "For the books",
    });
    const [delivered] = await ledger(`?since=${received.at}&kind=webhook.delivered`);
    expect(delivered).toMatchObject({
      about: json.messageSid,
      status: 200,
      attempt: 1,
      event: "message.inbound",
    });
    expect((await fetch(`${stage.simulator.url}/ledger`, { method: "DELETE" })).status).toBe(204);
    expect(await ledger()).toEqual([]);
  });
});
