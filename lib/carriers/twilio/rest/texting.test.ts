import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Connection } from "../../ports/connection";
import type { OutgoingText } from "../../ports/texting";
import { type StubAnswer, startStub } from "../../testing/stub-server";
import { readFailure } from "./outcome";
import { texting } from "./texting";

const accountSid = "AC00000000000000000000000000000001";
const sid = "SM00000000000000000000000000000009";
const text: OutgoingText = {
  channel: "sms",
  to: "+14155550100",
  from: "+15005550006",
  body: "Grüß & ✓",
  statusUrl: "https://desk.example.com/api/twilio/demo/message-status/1",
};
const message = {
  sid,
  status: "queued",
  num_segments: "2",
  direction: "outbound-api",
  from: "+15005550006",
  to: "+14155550100",
  body: "Hi",
  price: null,
  price_unit: "USD",
  error_code: null,
  date_sent: null,
  date_created: "Fri, 20 Nov 2026 10:00:00 +0000",
  date_updated: null,
};

let stub: Awaited<ReturnType<typeof startStub>>;
let answer: StubAnswer;
let connection: Connection;

beforeEach(async () => {
  answer = { status: 201, json: message };
  stub = await startStub(() => answer);
  connection = {
    credentials: { accountSid, authToken: "0123456789abcdef0123456789abcdef" },
    apiBaseUrl: stub.url,
  };
});
afterEach(() => stub.close());

function lastForm(): Record<string, string | string[]> {
  const form = new URLSearchParams(stub.seen.at(-1)?.body);
  const all = (name: string) => (form.getAll(name).length === 1 ? (form.get(name) ?? "") : form.getAll(name));
  return Object.fromEntries([...form.keys()].map((name) => [name, all(name)]));
}

describe("sending", () => {
  it("asks Twilio's Messages with the account's credentials and the intended host", async () => {
    expect(await texting.send(connection, text)).toEqual({
      outcome: "accepted",
      sid,
      status: "queued",
      segments: 2,
    });
    const [request] = stub.seen;
    expect(request).toMatchObject({
      method: "POST",
      path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
    });
    expect(request?.headers["x-original-host"]).toBe("api.twilio.com");
    expect(Buffer.from(String(request?.headers.authorization).slice(6), "base64").toString()).toBe(
      `${accountSid}:0123456789abcdef0123456789abcdef`,
    );
    expect(lastForm()).toEqual({
      To: "+14155550100",
      From: "+15005550006",
      Body: "Grüß & ✓",
      StatusCallback: `${text.statusUrl}#rc=3&rp=5xx,ct,rt`,
    });
  });

  it("uses the API key when the connection has one", async () => {
    const apiKeySid = "SK00000000000000000000000000000001";
    await texting.send(
      { ...connection, credentials: { ...connection.credentials, apiKeySid, apiKeySecret: "s".repeat(32) } },
      text,
    );
    const login = Buffer.from(String(stub.seen[0]?.headers.authorization).slice(6), "base64").toString();
    expect(login).toBe(`${apiKeySid}:${"s".repeat(32)}`);
  });

  it("writes WhatsApp addresses, media, pools and templates as Twilio wants them", async () => {
    await texting.send(connection, {
      ...text,
      channel: "whatsapp",
      mediaUrls: ["https://a/1", "https://a/2"],
    });
    expect(lastForm()).toMatchObject({
      To: "whatsapp:+14155550100",
      From: "whatsapp:+15005550006",
      MediaUrl: ["https://a/1", "https://a/2"],
    });
    await texting.send(connection, { ...text, channel: "whatsapp", to: "whatsapp:US.1349" });
    expect(lastForm()).toMatchObject({ To: "whatsapp:US.1349" });
    await texting.send(connection, {
      channel: "whatsapp",
      to: "+1",
      from: "+2",
      template: { id: "HX1", variables: { "1": "Asha" } },
    });
    expect(lastForm()).toEqual({
      To: "whatsapp:+1",
      From: "whatsapp:+2",
      ContentSid: "HX1",
      ContentVariables: '{"1":"Asha"}',
    });
    await texting.send(connection, { channel: "sms", to: "+1", pool: "MG1", body: "x", validSeconds: 600 });
    expect(lastForm()).toEqual({ To: "+1", MessagingServiceSid: "MG1", Body: "x", ValidityPeriod: "600" });
  });

  it.each<[string, StubAnswer, object]>([
    [
      "400",
      { status: 400, json: { code: 21614, message: "no", status: 400 } },
      { outcome: "rejected", code: "21614" },
    ],
    ["401", { status: 401, json: { code: 20003, message: "no" } }, { outcome: "rejected", code: "20003" }],
    ["403 without a body", { status: 403, text: "" }, { outcome: "rejected", code: "http_403" }],
    [
      "429",
      { status: 429, headers: { "retry-after": "7" }, json: { code: 20429 } },
      { outcome: "retry_later", afterSeconds: 7 },
    ],
    ["429 without a time", { status: 429, text: "busy" }, { outcome: "retry_later", afterSeconds: 1 }],
    ["500", { status: 500, json: { code: 20500, message: "oops" } }, { outcome: "unknown" }],
    ["503", { status: 503, text: "<html>" }, { outcome: "unknown" }],
    ["408", { status: 408, text: "" }, { outcome: "unknown" }],
    ["a redirect", { status: 307, headers: { location: "/x" } }, { outcome: "unknown" }],
    ["a page instead of JSON", { status: 200, text: "<html>hello</html>" }, { outcome: "unknown" }],
    ["JSON without an id", { status: 200, json: {} }, { outcome: "unknown" }],
    ["a cut connection", "cut", { outcome: "unknown" }],
  ])("%s becomes the right outcome", async (_, given, outcome) => {
    answer = given;
    expect(await texting.send(connection, text)).toMatchObject(outcome);
    expect(stub.seen).toHaveLength(1);
  });

  it("knows that a refused connection and an unknown host sent nothing", async () => {
    await stub.close();
    expect(await texting.send(connection, text)).toMatchObject({ outcome: "retry_later" });
    const nowhere = { ...connection, apiBaseUrl: "http://nowhere.invalid" };
    expect(await texting.send(nowhere, text)).toMatchObject({ outcome: "retry_later" });
  });

  it("refuses malformed credentials without asking anyone", async () => {
    const outcome = await texting.send({ ...connection, credentials: { accountSid, authToken: "" } }, text);
    expect(outcome).toMatchObject({ outcome: "rejected", code: "20003" });
    expect(stub.seen).toEqual([]);
  });
});

describe("a failure on the way", () => {
  const failure = (fields: object) => Object.assign(new Error("failed"), fields);
  it.each([
    ["ECONNREFUSED", "retry_later"],
    ["ENOTFOUND", "retry_later"],
    ["EAI_AGAIN", "retry_later"],
    ["CERT_HAS_EXPIRED", "retry_later"],
    ["ECONNABORTED", "unknown"],
    ["ETIMEDOUT", "unknown"],
    ["ECONNRESET", "unknown"],
    ["EPIPE", "unknown"],
  ])("%s is %s", (code, outcome) => {
    expect(readFailure(failure({ code }))).toMatchObject({ outcome });
  });

  it("before the connection stood is certain, whatever its code", () => {
    expect(readFailure(failure({ code: "ETIMEDOUT", syscall: "connect" }))).toMatchObject({
      outcome: "retry_later",
    });
    const wrapped = failure({ code: "ETIMEDOUT", cause: { syscall: "connect" } });
    expect(readFailure(wrapped)).toMatchObject({ outcome: "retry_later" });
    expect(readFailure("nonsense")).toMatchObject({ outcome: "unknown" });
  });
});

describe("asking", () => {
  it("reads a text with price and error", async () => {
    answer = {
      status: 200,
      json: {
        ...message,
        status: "undelivered",
        error_code: 30006,
        price: "-0.00790",
        date_sent: "Fri, 20 Nov 2026 10:00:01 +0000",
      },
    };
    expect(await texting.fetch(connection, sid)).toEqual({
      sid,
      status: "undelivered",
      segments: 2,
      direction: "outbound",
      channel: "sms",
      from: "+15005550006",
      to: "+14155550100",
      body: "Hi",
      errorCode: "30006",
      price: { micros: 7_900, currency: "USD" },
      createdAt: new Date("2026-11-20T10:00:00Z"),
      sentAt: new Date("2026-11-20T10:00:01Z"),
    });
  });

  it("finds nothing, and says when it cannot look", async () => {
    answer = { status: 404, json: { code: 20404, message: "not found" } };
    expect(await texting.fetch(connection, sid)).toBeNull();
    answer = { status: 500, text: "" };
    await expect(texting.fetch(connection, sid)).rejects.toMatchObject({ code: "unavailable" });
    answer = { status: 401, json: { code: 20003, message: "no" } };
    await expect(texting.fetch(connection, sid)).rejects.toMatchObject({ code: "carrier_error" });
  });

  it("lists by address and time", async () => {
    answer = { status: 200, json: { messages: [message], next_page_uri: null } };
    const after = new Date("2026-11-20T09:00:00Z");
    const found = await texting.list(connection, {
      channel: "sms",
      to: "+14155550100",
      from: "+15005550006",
      after,
    });
    expect(found).toMatchObject([{ sid }]);
    expect(stub.seen[0]?.query.get("To")).toBe("+14155550100");
    const late = { channel: "sms", to: "+14155550100", after: new Date("2026-11-20T10:00:02Z") } as const;
    expect(await texting.list(connection, late)).toEqual([]);
    expect(
      await texting.list(connection, { ...late, after, before: new Date("2026-11-20T09:59:59Z") }),
    ).toEqual([]);
  });

  it("blanks a body, and is content when the text is gone", async () => {
    answer = { status: 200, json: message };
    await texting.redact(connection, sid);
    expect(lastForm()).toEqual({ Body: "" });
    answer = { status: 404, json: { code: 20404, message: "gone" } };
    await texting.redact(connection, sid);
  });
});

describe("media", () => {
  const mediaUrl = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/ME1`;

  it("is fetched with credentials from the configured host", async () => {
    answer = { status: 200, text: "png", headers: { "content-type": "image/png" } };
    const media = await texting.fetchMedia(connection, mediaUrl);
    expect(media).toMatchObject({ ok: true, contentType: "image/png" });
    expect(stub.seen[0]?.headers.authorization).toMatch(/^Basic /);
    expect(stub.seen[0]?.path).toBe(new URL(mediaUrl).pathname);
  });

  it.each([
    ["another host", `https://evil.example/2010-04-01/Accounts/${accountSid}/Messages/x`],
    ["another account", mediaUrl.replace(accountSid, "AC00000000000000000000000000000002")],
    ["the inside", `http://169.254.169.254/Accounts/${accountSid}/`],
    ["a host that only begins so", `https://api.twilio.com.evil.example/Accounts/${accountSid}/`],
    ["nothing", ""],
  ])("of %s is never asked for", async (_, url) => {
    expect(await texting.fetchMedia(connection, url)).toEqual({ ok: false, reason: "foreign_url" });
    expect(stub.seen).toEqual([]);
  });

  it("that is a page, missing or late is said to be so", async () => {
    answer = { status: 200, text: "<html>", headers: { "content-type": "text/html" } };
    expect(await texting.fetchMedia(connection, mediaUrl)).toEqual({ ok: false, reason: "type_refused" });
    answer = { status: 404, text: "" };
    expect(await texting.fetchMedia(connection, mediaUrl)).toEqual({ ok: false, reason: "not_found" });
    answer = { status: 503, text: "" };
    expect(await texting.fetchMedia(connection, mediaUrl)).toEqual({ ok: false, reason: "unavailable" });
    answer = "cut";
    expect(await texting.fetchMedia(connection, mediaUrl)).toEqual({ ok: false, reason: "unavailable" });
  });
});
