import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWebhook } from "../../ports/webhook-request";
import { identifyTwilioWebhook } from "./identify";
import { parseTwilioText, parseTwilioTextStatus } from "./parse-text";

const sid = "SM00000000000000000000000000000001";
const accountSid = "AC00000000000000000000000000000001";
const sms = {
  MessageSid: sid,
  SmsSid: sid,
  AccountSid: accountSid,
  From: "+14155550100",
  To: "+15005550006",
  Body: "Hello",
  NumMedia: "0",
  NumSegments: "1",
  SmsStatus: "received",
  FromCity: "SEATTLE",
  FromState: "WA",
  FromZip: "98101",
  FromCountry: "US",
};

function post(values: Record<string, string> | string, contentType = "application/x-www-form-urlencoded") {
  return openWebhook({
    method: "POST",
    target: "/api/twilio/demo/sms",
    headers: new Headers({ "content-type": contentType }),
    body: typeof values === "string" ? values : new URLSearchParams(values).toString(),
    publicUrls: ["https://desk.example.com"],
  });
}

function parse(values: Record<string, string> | string) {
  const parsed = parseTwilioText(post(values));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

describe("an inbound text", () => {
  it("is read with its place", () => {
    expect(parse(sms)).toEqual({
      sid,
      accountId: accountSid,
      channel: "sms",
      from: "+14155550100",
      to: "+15005550006",
      fromPhone: "+14155550100",
      body: "Hello",
      media: [],
      segments: 1,
      pool: "",
      profileName: "",
      isForwarded: false,
      duplicated: [],
      place: { city: "SEATTLE", state: "WA", zip: "98101", country: "US" },
    });
  });

  it("keeps media in order and ignores what was announced but not sent", () => {
    const media = parse({
      ...sms,
      NumMedia: "3",
      MediaUrl0: "https://api.twilio.com/a",
      MediaContentType0: "IMAGE/JPEG",
      MediaUrl2: "https://api.twilio.com/c",
      MediaContentType2: "application/pdf",
    }).media;
    expect(media).toEqual([
      { url: "https://api.twilio.com/a", contentType: "image/jpeg" },
      { url: "https://api.twilio.com/c", contentType: "application/pdf" },
    ]);
    expect(parse({ ...sms, NumMedia: "-1" }).media).toEqual([]);
    expect(parse({ ...sms, NumMedia: "1e9", MediaUrl0: "x" }).media).toEqual([]);
  });

  it("reads WhatsApp with button, reply, location and referral", () => {
    const value = parse({
      ...sms,
      From: "whatsapp:+919876543210",
      To: "whatsapp:+15005550006",
      WaId: "919876543210",
      ProfileName: "Asha ✓",
      ButtonText: "Yes",
      ButtonPayload: "confirm",
      OriginalRepliedMessageSid: "SM1",
      Latitude: "12.97",
      Longitude: "77.59",
      Label: "Clinic",
      Forwarded: "true",
      ReferralSourceUrl: "https://fb.me/x",
      ReferralHeadline: "Smile",
    });
    expect(value).toMatchObject({
      channel: "whatsapp",
      from: "whatsapp:+919876543210",
      fromPhone: "+919876543210",
      profileName: "Asha ✓",
      button: { text: "Yes", payload: "confirm" },
      repliedTo: { sid: "SM1", sender: "" },
      location: { latitude: 12.97, longitude: 77.59, label: "Clinic", address: "" },
      referral: { sourceUrl: "https://fb.me/x", headline: "Smile" },
      isForwarded: true,
    });
  });

  it("takes a WhatsApp user without a number as it comes", () => {
    const value = parse({ ...sms, From: "whatsapp:US.13491208655302741918" });
    expect(value).toMatchObject({
      channel: "whatsapp",
      from: "whatsapp:US.13491208655302741918",
      fromPhone: "",
    });
  });

  it("lets the first of two values win and names the pollution", () => {
    const body = `${new URLSearchParams(sms)}&From=%2B19998887777&To=%2B15005550006`;
    expect(parse(body)).toMatchObject({ from: "+14155550100", duplicated: ["From"] });
  });

  it("mends what storage refuses: NUL, lone surrogates, too much", () => {
    expect(parse({ ...sms, Body: "a\0b" }).body).toBe("ab");
    expect(parse({ ...sms, Body: "x".repeat(1_000_000) }).body).toHaveLength(20_000);
    expect(parse(`${new URLSearchParams({ ...sms, Body: "" })}&Body=x`).body).toBe("");
    expect(
      parse(`${new URLSearchParams(sms)}`.replace("Body=Hello", "Body=%ff%fe")).body.isWellFormed(),
    ).toBe(true);
  });

  it("knows Advanced Opt-Out and a pool", () => {
    expect(parse({ ...sms, OptOutType: "STOP", MessagingServiceSid: "MG1" })).toMatchObject({
      optOut: "stop",
      pool: "MG1",
    });
    expect(parse({ ...sms, OptOutType: "NEVER" }).optOut).toBeUndefined();
  });

  it("mends a plus that arrived as a space", () => {
    expect(parse(`${new URLSearchParams(sms)}`.replaceAll("%2B", "+"))).toMatchObject({
      from: "+14155550100",
    });
  });

  it.each([
    ["no sid", { ...sms, MessageSid: "", SmsSid: "" }],
    ["a bad sid", { ...sms, MessageSid: "SM1" }],
    ["no sender", { ...sms, From: "" }],
    ["no account", { ...sms, AccountSid: "" }],
    ["a foreign channel", { ...sms, From: "messenger:12" }],
    ["nothing", {}],
  ])("with %s is refused", (_, values) => {
    expect(parseTwilioText(post(values)).ok).toBe(false);
  });

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.dictionary(fc.string(), fc.string({ unit: "binary" })),
        (raw, values) => {
          parseTwilioText(post(raw));
          parseTwilioText(post(raw, "application/json"));
          parseTwilioTextStatus(post({ ...sms, ...mend(values) }));
          const parsed = parseTwilioText(post({ ...sms, ...mend(values) }));
          if (parsed.ok) expect(JSON.stringify(parsed.value)).not.toContain("\\u0000");
        },
      ),
    );
  });
});

function mend(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key.toWellFormed(), value.toWellFormed()]),
  );
}

describe("a delivery state", () => {
  it.each([
    ["queued", "queued"],
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["partially_delivered", "delivered"],
    ["undelivered", "undelivered"],
    ["failed", "failed"],
    ["read", "read"],
    ["canceled", "canceled"],
  ])("%s is read", (word, status) => {
    const parsed = parseTwilioTextStatus(
      post({ MessageSid: sid, MessageStatus: word, To: "whatsapp:+1415" }),
    );
    expect(parsed).toMatchObject({ ok: true, value: { sid, status, channel: "whatsapp" } });
  });

  it("carries an error code as text, and none when it is 0", () => {
    const read = (code: string) =>
      parseTwilioTextStatus(post({ MessageSid: sid, MessageStatus: "failed", ErrorCode: code }));
    expect(read("30006")).toMatchObject({ value: { errorCode: "30006" } });
    expect(read("0")).not.toHaveProperty("value.errorCode");
    expect(read("")).not.toHaveProperty("value.errorCode");
  });

  it("refuses words it does not know", () => {
    expect(parseTwilioTextStatus(post({ MessageSid: sid, MessageStatus: "teleported" })).ok).toBe(false);
    expect(parseTwilioTextStatus(post({ MessageStatus: "sent" })).ok).toBe(false);
  });
});

describe("the name of an event", () => {
  it("is the same for a repeated delivery and differs between events", () => {
    const key = (kind: "text" | "text_status", values: Record<string, string>) =>
      identifyTwilioWebhook(post(values), kind).key;
    expect(key("text", sms)).toBe(key("text", { ...sms, Body: "edited" }));
    expect(key("text_status", { MessageSid: sid, MessageStatus: "sent" })).toBe(`text_status:${sid}:sent`);
    expect(key("text_status", { MessageSid: sid, MessageStatus: "sent" })).not.toBe(
      key("text_status", { MessageSid: sid, MessageStatus: "delivered" }),
    );
    expect(key("text", {})).not.toBe(key("text", { x: "1" }));
  });
});
