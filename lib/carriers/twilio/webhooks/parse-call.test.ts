import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWebhook } from "../../ports/webhook-request";
import type { CallWebhookKind } from "../../ports/webhooks";
import { identifyTwilioWebhook } from "./identify";
import { parseTwilioCall } from "./parse-call";
import { verifyTwilioSocket, verifyTwilioWebhook } from "./verify";

const callSid = "CA00000000000000000000000000000001";
const accountSid = "AC00000000000000000000000000000001";
const call = {
  CallSid: callSid,
  AccountSid: accountSid,
  From: "+14155550100",
  To: "+15005550006",
  Caller: "+14155550100",
  Called: "+15005550006",
  CallStatus: "ringing",
  Direction: "inbound",
  ApiVersion: "2010-04-01",
};

function open(values: Record<string, string> | string, target = "/api/twilio/demo/answer") {
  return openWebhook({
    method: "POST",
    target,
    headers: new Headers({ "content-type": "application/x-www-form-urlencoded" }),
    body: typeof values === "string" ? values : new URLSearchParams(values).toString(),
    publicUrls: ["https://desk.example.com"],
  });
}

function parse(kind: CallWebhookKind, values: Record<string, string>) {
  const parsed = parseTwilioCall(open({ ...call, ...values }), kind);
  return parsed.ok ? parsed.value : parsed.reason;
}

describe("an answer", () => {
  it("is read with place and attestation", () => {
    const value = parse("answered", {
      FromCity: "SEATTLE",
      FromState: "WA",
      FromCountry: "US",
      StirVerstat: "TN-Validation-Passed-A",
      CallerName: "ASHA RAO",
      ForwardedFrom: "+14155550111",
      AnsweredBy: "machine_end_beep",
    });
    expect(value).toMatchObject({
      event: "answered",
      callSid,
      accountId: accountSid,
      direction: "inbound",
      status: "ringing",
      from: "+14155550100",
      to: "+15005550006",
      callerName: "ASHA RAO",
      forwardedFrom: "+14155550111",
      attestation: "A",
      answeredBy: "machine",
      place: { city: "SEATTLE", state: "WA", country: "US" },
      custom: {},
    });
  });

  it("of a softphone carries what the browser chose, apart from what Twilio says", () => {
    const value = parse("answered", { From: "client:u_1", To: "", number: "+1415", ApplicationSid: "AP1" });
    expect(value).toMatchObject({ direction: "softphone", from: "client:u_1", custom: { number: "+1415" } });
  });

  it("takes withheld callers, the fallback's code, and outbound legs", () => {
    expect(parse("answered", { From: "anonymous", ErrorCode: "11200" })).toMatchObject({
      from: "anonymous",
      failedWith: "11200",
    });
    expect(parse("answered", { Direction: "outbound-api", ParentCallSid: "CA2" })).toMatchObject({
      direction: "outbound",
      parentSid: "CA2",
    });
  });

  it("of no call is refused", () => {
    expect(parse("answered", { CallSid: "" })).toBe("not a call: CallSid");
    expect(parse("answered", { CallSid: "CA1; DROP" })).toBe("not a call: CallSid");
  });
});

describe("input", () => {
  it.each([
    [
      { SpeechResult: " book a visit ", Confidence: "0.87" },
      { speech: "book a visit", confidence: 0.87, isPartial: false },
    ],
    [{ SpeechResult: "hi" }, { speech: "hi", digits: "" }],
    [{ Digits: "12#" }, { digits: "12#", speech: "" }],
    [{ Digits: "<1>" }, { digits: "1" }],
    [{}, { digits: "", speech: "", isPartial: false }],
    [
      { StableSpeechResult: "I ", UnstableSpeechResult: "want", SequenceNumber: "2" },
      { speech: "I want", isPartial: true, sequence: 2 },
    ],
    [{ Confidence: "nonsense" }, { speech: "" }],
  ])("%j", (values, expected) => {
    expect(parse("input", values)).toMatchObject({ event: "input", ...expected });
  });
});

describe("a status", () => {
  it.each(["initiated", "ringing", "in-progress", "completed", "busy", "no-answer", "failed", "canceled"])(
    "%s",
    (word) => {
      expect(parse("status", { CallStatus: word })).toMatchObject({ event: "status", status: word });
    },
  );

  it("counts seconds, not billed minutes", () => {
    expect(
      parse("status", {
        CallStatus: "completed",
        CallDuration: "49",
        Duration: "1",
        SequenceNumber: "3",
        Timestamp: "Fri, 20 Nov 2026 10:00:00 +0000",
      }),
    ).toMatchObject({ seconds: 49, sequence: 3, at: new Date("2026-11-20T10:00:00Z") });
  });

  it("with an unknown word is refused", () => {
    expect(parse("status", { CallStatus: "levitating" })).toBe("not a status event");
  });
});

describe("other events", () => {
  const recordingSid = "RE00000000000000000000000000000001";
  it.each<[CallWebhookKind, Record<string, string>, object]>([
    [
      "dialed",
      { DialCallStatus: "completed", DialBridged: "false", DialCallSid: "CA2", DialCallDuration: "7" },
      { isBridged: false, seconds: 7 },
    ],
    ["dialed", { DialCallStatus: "completed" }, { isBridged: true }],
    ["dialed", { DialCallStatus: "no-answer" }, { status: "no-answer", isBridged: false }],
    [
      "recorded",
      { RecordingSid: recordingSid, RecordingStatus: "completed", RecordingDuration: "12" },
      { recordingId: recordingSid, seconds: 12 },
    ],
    [
      "recorded",
      {
        RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/x/Recordings/${recordingSid}`,
        Digits: "hangup",
      },
      { recordingId: recordingSid, endedWith: "hangup" },
    ],
    ["recorded", { RecordingSid: recordingSid, RecordingStatus: "absent" }, { status: "absent", seconds: 0 }],
    [
      "transcribed",
      { RecordingSid: recordingSid, TranscriptionStatus: "completed", TranscriptionText: "hello" },
      { ok: true, text: "hello" },
    ],
    ["transcribed", { TranscriptionStatus: "failed" }, { ok: false }],
    [
      "queued",
      { QueueSid: "QU1", QueuePosition: "2", QueueTime: "30", AvgQueueTime: "45" },
      { position: 2, waitSeconds: 30, averageSeconds: 45, result: "" },
    ],
    ["queued", { QueueResult: "hangup" }, { result: "hangup" }],
    [
      "session_ended",
      { SessionStatus: "failed", ErrorCode: "39001", HandoffData: '{"to":"desk"}' },
      { status: "failed", errorCode: "39001", handoff: '{"to":"desk"}' },
    ],
    [
      "paid",
      { Result: "success", PaymentConfirmationCode: "ch_1", PaymentCardNumber: "xxxxxxxxxxxx1111" },
      { result: "success", lastFour: "1111" },
    ],
  ])("%s is read", (kind, values, expected) => {
    expect(parse(kind, values)).toMatchObject({ event: kind, ...expected });
  });

  it.each<[CallWebhookKind, Record<string, string>]>([
    ["dialed", {}],
    ["recorded", { RecordingUrl: "https://evil.example/Recordings/REx" }],
    ["recorded", { RecordingSid: "../../etc/passwd" }],
    ["paid", {}],
  ])("%s without its core is refused", (kind, values) => {
    expect(parse(kind, values)).toBe(`not a ${kind} event`);
  });

  it("never make the parser throw", () => {
    const kinds: CallWebhookKind[] = [
      "answered",
      "input",
      "status",
      "dialed",
      "recorded",
      "queued",
      "session_ended",
      "paid",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: "binary", maxLength: 200 }), (kind, raw) => {
        parseTwilioCall(open(`CallSid=${callSid}&${raw}`), kind);
        parseTwilioCall(open(raw), kind);
        identifyTwilioWebhook(open(raw), kind);
      }),
    );
  });
});

describe("the name of an event", () => {
  it("comes from Twilio's ids", () => {
    const key = (kind: CallWebhookKind, values: Record<string, string>, target?: string) =>
      identifyTwilioWebhook(open({ ...call, ...values }, target), kind).key;
    expect(key("answered", {})).toBe(`answered:${callSid}`);
    expect(key("answered", { CallStatus: "in-progress" })).toBe(`answered:${callSid}`);
    expect(key("status", { CallStatus: "completed", SequenceNumber: "4" })).toBe(
      `status:${callSid}:completed:4`,
    );
    expect(key("input", { Digits: "1" }, "/x?turn=1")).toBe(key("input", { Digits: "1" }, "/x?turn=1"));
    expect(key("input", { Digits: "1" }, "/x?turn=1")).not.toBe(key("input", { Digits: "1" }, "/x?turn=2"));
  });
});

describe("a request of another account", () => {
  it("is not believed although the signature fits the URL and fields", async () => {
    const { default: twilio } = await import("twilio");
    const authToken = "0123456789abcdef0123456789abcdef";
    const url = "https://desk.example.com/api/twilio/demo/answer";
    const verdict = (values: Record<string, string>) => {
      const signature = twilio.getExpectedTwilioSignature(authToken, url, values);
      const request = openWebhook({
        method: "POST",
        target: "/api/twilio/demo/answer",
        headers: new Headers({
          "content-type": "application/x-www-form-urlencoded",
          "x-twilio-signature": signature,
        }),
        body: new URLSearchParams(values).toString(),
        publicUrls: ["https://old.example.com/", "https://desk.example.com/"],
      });
      return verifyTwilioWebhook(request, [{ accountSid, authToken }]);
    };
    expect(verdict(call)).toEqual({ ok: true, credential: 0 });
    expect(verdict({ ...call, AccountSid: accountSid.replace("1", "2") })).toEqual({
      ok: false,
      reason: "other_account",
    });
  });

  it("with JSON is believed only when the body is the one that was hashed", async () => {
    const { default: twilio } = await import("twilio");
    const authToken = "0123456789abcdef0123456789abcdef";
    const body = '{"a":1}';
    const target = `/api/twilio/demo/x?bodySHA256=${twilio.getExpectedBodyHash(body)}`;
    const signature = twilio.getExpectedTwilioSignature(authToken, `https://desk.example.com${target}`, {});
    const verdict = (text: string, at = target) =>
      verifyTwilioWebhook(
        openWebhook({
          method: "POST",
          target: at,
          headers: new Headers({ "content-type": "application/json", "x-twilio-signature": signature }),
          body: text,
          publicUrls: ["https://desk.example.com"],
        }),
        [{ accountSid, authToken }],
      );
    expect(verdict(body).ok).toBe(true);
    expect(verdict('{"a":2}')).toEqual({ ok: false, reason: "bad_body_hash" });
    expect(verdict(body, "/api/twilio/demo/x")).toEqual({ ok: false, reason: "bad_signature" });
  });
});

describe("a socket", () => {
  it.each([
    "wss://desk.example.com/voice/relay/t0k",
    "wss://desk.example.com/voice/relay/t0k/",
    "https://desk.example.com/voice/relay/t0k",
    "https://desk.example.com/voice/relay/t0k/",
  ])("signed as %s is believed, for that path only", async (signed) => {
    const { default: twilio } = await import("twilio");
    const authToken = "0123456789abcdef0123456789abcdef";
    const signature = twilio.getExpectedTwilioSignature(authToken, signed, {});
    const verdict = (target: string) =>
      verifyTwilioSocket(
        openWebhook({
          method: "GET",
          target,
          headers: new Headers({ "x-twilio-signature": signature }),
          body: "",
          publicUrls: ["https://desk.example.com"],
        }),
        [{ accountSid, authToken }],
      ).ok;
    expect(verdict("/voice/relay/t0k")).toBe(true);
    expect(verdict("/voice/relay/other")).toBe(false);
  });
});
