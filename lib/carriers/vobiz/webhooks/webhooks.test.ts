import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWebhook } from "../../ports/webhook-request";
import type { CallWebhookKind } from "../../ports/webhooks";
import { webhooks } from "./webhooks";

const token = "fedcba9876543210fedcba9876543210";
const parentToken = "abcdefabcdefabcdefabcdefabcdef00";
const target = "/api/vobiz/pragati/answer";
const publicUrl = "https://desk.example.com";
const form = "application/x-www-form-urlencoded";

function open(input: {
  body?: string;
  headers?: Record<string, string>;
  target?: string;
  method?: string;
  type?: string;
}) {
  return openWebhook({
    method: input.method ?? "POST",
    target: input.target ?? target,
    headers: new Headers({ "content-type": input.type ?? form, ...input.headers }),
    body: input.body ?? "",
    publicUrls: [publicUrl],
  });
}

function sign(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64");
}

const nonce = "12345678901234567890";
const v3 = sign(token, `${publicUrl}${target}.${nonce}`);
const v2 = sign(token, publicUrl + target + nonce);
const credentials = [{ authId: "MA_DEMO0001", authToken: token, parentAuthToken: parentToken }];

describe("a signature", () => {
  const verify = (headers: Record<string, string>, at = target) =>
    webhooks.verify(open({ headers, target: at, body: "CallUUID=abcdef" }), credentials);

  it.each([
    ["V3", { "X-Vobiz-Signature-V3": v3, "X-Vobiz-Signature-V3-Nonce": nonce }],
    ["V2", { "X-Vobiz-Signature-V2": v2, "X-Vobiz-Signature-V2-Nonce": nonce }],
    [
      "V2 beside a foreign V3",
      {
        "X-Vobiz-Signature-V3": "x",
        "X-Vobiz-Signature-V3-Nonce": nonce,
        "X-Vobiz-Signature-V2": v2,
        "X-Vobiz-Signature-V2-Nonce": nonce,
      },
    ],
    ["one of several", { "X-Vobiz-Signature-V3": `abc, ${v3}`, "X-Vobiz-Signature-V3-Nonce": nonce }],
    [
      "the parent's",
      {
        "X-Vobiz-Signature-MA-V3": sign(parentToken, `${publicUrl}${target}.${nonce}`),
        "X-Vobiz-Signature-V3-Nonce": nonce,
      },
    ],
    [
      "the parent's with a nonce of its own",
      {
        "X-Vobiz-Signature-MA-V2": sign(parentToken, `${publicUrl}${target}${nonce}`),
        "X-Vobiz-Signature-MA-V2-Nonce": nonce,
      },
    ],
  ])("%s is believed and gives its nonce", (_, headers) => {
    expect(verify(headers)).toEqual({ ok: true, credential: 0, nonce });
  });

  it("covers no query", () => {
    const headers = { "X-Vobiz-Signature-V3": v3, "X-Vobiz-Signature-V3-Nonce": nonce };
    expect(verify(headers, `${target}?turn=2`).ok).toBe(true);
  });

  it.each([
    [
      "for another path",
      { "X-Vobiz-Signature-V3": v3, "X-Vobiz-Signature-V3-Nonce": nonce },
      "/api/vobiz/other/answer",
    ],
    ["with another nonce", { "X-Vobiz-Signature-V3": v3, "X-Vobiz-Signature-V3-Nonce": "1" }, target],
    ["without its nonce", { "X-Vobiz-Signature-V3": v3 }, target],
    ["of the other version", { "X-Vobiz-Signature-V3": v2, "X-Vobiz-Signature-V3-Nonce": nonce }, target],
  ])("%s is refused", (_, headers, at) => {
    expect(verify(headers, at)).toEqual({ ok: false, reason: "bad_signature" });
  });

  it("of old, in SHA-1, is not looked at", () => {
    const legacy = createHmac("sha1", token)
      .update(publicUrl + target)
      .digest("base64");
    expect(verify({ "X-Vobiz-Signature": legacy })).toEqual({ ok: false, reason: "missing_signature" });
  });

  it("made with an empty or short token is refused", () => {
    for (const weak of ["", "short"]) {
      const headers = {
        "X-Vobiz-Signature-V3": sign(weak, `${publicUrl}${target}.${nonce}`),
        "X-Vobiz-Signature-V3-Nonce": nonce,
      };
      expect(webhooks.verify(open({ headers }), [{ authId: "MA_1", authToken: weak }])).toEqual({
        ok: false,
        reason: "no_token",
      });
      expect(webhooks.verify(open({ headers }), [...credentials, { authToken: weak }]).ok).toBe(false);
    }
  });

  it("names the credentials that matched", () => {
    const headers = { "X-Vobiz-Signature-V3": v3, "X-Vobiz-Signature-V3-Nonce": nonce };
    const rotated = [{ authId: "MA_DEMO0001", authToken: "n".repeat(32) }, ...credentials];
    expect(webhooks.verify(open({ headers }), rotated)).toMatchObject({ ok: true, credential: 1 });
  });
});

function parse(
  kind: CallWebhookKind,
  fields: Record<string, string>,
  input: Parameters<typeof open>[0] = {},
) {
  const parsed = webhooks.parseCall(open({ body: new URLSearchParams(fields).toString(), ...input }), kind);
  return parsed.ok ? parsed.value : parsed.reason;
}

const call = { CallUUID: "c0ffee00-0000-4000-8000-000000000001", From: "+919876543210", To: "+917971543252" };
const seedCall = { call_id: "c0ffee00-0000-4000-8000-000000000001", cli: "09876543210", did: "917971543252" };

describe("an answer", () => {
  it("is read in Vobiz's own words", () => {
    expect(parse("answered", { ...call, Direction: "inbound", CallStatus: "ringing" })).toMatchObject({
      event: "answered",
      callSid: call.CallUUID,
      direction: "inbound",
      status: "ringing",
      from: "+919876543210",
      to: "+917971543252",
    });
  });

  it("is read in the seeds' words, and in any case", () => {
    const seen = { event: "answered", callSid: call.CallUUID, from: "+919876543210", to: "+917971543252" };
    expect(parse("answered", seedCall)).toMatchObject(seen);
    expect(parse("answered", { UUID: call.CallUUID, FROM: "09876543210", to: "917971543252" })).toMatchObject(
      seen,
    );
  });

  it("is read from JSON, from a query, and from the query of an empty POST", () => {
    const seen = { event: "answered", callSid: call.CallUUID, from: call.From };
    expect(parse("answered", {}, { body: JSON.stringify(call), type: "application/json" })).toMatchObject(
      seen,
    );
    const query = `${target}?${new URLSearchParams(call)}`;
    expect(parse("answered", {}, { target: query, method: "GET", body: "" })).toMatchObject(seen);
    expect(parse("answered", {}, { target: query, body: "" })).toMatchObject(seen);
  });

  it("prefers the documented name over its aliases", () => {
    expect(parse("answered", { ...seedCall, ...call, call_id: "other-call" })).toMatchObject({
      callSid: call.CallUUID,
    });
  });

  it.each([
    ["an event", { Event: "Hangup" }],
    ["an end state", { CallStatus: "completed" }],
    ["busy", { CallStatus: "busy" }],
    ["a cause", { HangupCause: "NORMAL_CLEARING" }],
  ])("that is a hang-up, told by %s, is not greeted", (_, fields) => {
    expect(parse("answered", { ...call, ...fields })).toMatchObject({
      event: "status",
      callSid: call.CallUUID,
    });
  });

  it("of no call is refused", () => {
    expect(parse("answered", { From: "+91" })).toBe("not a call: id");
    expect(parse("answered", { CallUUID: "../../etc" })).toBe("not a call: id");
  });
});

describe("input", () => {
  it.each([
    [
      { Speech: "appointment please", SpeechConfidenceScore: "0.92", Digits: "" },
      { speech: "appointment please", digits: "", confidence: 0.92 },
    ],
    [{ speech_result: "hello" }, { speech: "hello", digits: "" }],
    [{ speech: "hello" }, { speech: "hello" }],
    [
      { SpeechResult: "hello", Confidence: "7" },
      { speech: "hello", confidence: 1 },
    ],
    [
      { InputType: "dtmf", Digits: "12#", Speech: "" },
      { speech: "", digits: "12#" },
    ],
    [
      { Digits: "", Speech: "" },
      { speech: "", digits: "", isPartial: false },
    ],
    [{}, { speech: "", digits: "" }],
    [
      { StableSpeech: "I want", UnstableSpeech: "to", SequenceNumber: "3" },
      { speech: "I want to", isPartial: true, sequence: 3 },
    ],
  ])("%j", (fields, expected) => {
    expect(parse("input", { ...call, ...fields })).toMatchObject({ event: "input", ...expected });
  });
});

describe("a status", () => {
  it.each([
    [
      { CallStatus: "completed", Duration: "49", HangupCause: "NORMAL_CLEARING" },
      { status: "completed", seconds: 49, cause: "NORMAL_CLEARING" },
    ],
    [{ duration: "12" }, { status: "completed", seconds: 12 }],
    [{ call_duration: "12" }, { status: "completed", seconds: 12 }],
    [
      {
        Event: "Hangup",
        CallStatus: "completed",
        AnswerTime: "2026-11-20 10:00:00",
        EndTime: "2026-11-20 10:01:05",
      },
      { seconds: 65 },
    ],
    [{ Event: "Ring", CallStatus: "ringing" }, { status: "ringing" }],
    [{ Event: "Ring" }, { status: "ringing" }],
    [{ CallStatus: "in-progress" }, { status: "in-progress" }],
    [{ CallStatus: "timeout" }, { status: "no-answer" }],
    [{ CallStatus: "cancel" }, { status: "canceled" }],
    [{ CallStatus: "completed", Duration: "0", HangupCauseCode: "3010" }, { status: "busy" }],
    [
      { CallStatus: "completed", Duration: "0", HangupCause: "NO_ANSWER", HangupSource: "Callee" },
      { status: "no-answer", endedBy: "Callee" },
    ],
    [{ Event: "Hangup", CallStatus: "in-progress" }, { status: "completed" }],
  ])("%j", (fields, expected) => {
    expect(parse("status", { ...call, ...fields })).toMatchObject({ event: "status", ...expected });
  });
});

describe("a recording", () => {
  const recordingId = "0aa0b1c2-0000-4000-8000-000000000009";
  it("is taken by its id, whatever the URL says", () => {
    expect(
      parse("recorded", {
        ...call,
        Event: "RecordStop",
        RecordUrl: "http://169.254.169.254/steal.mp3",
        RecordingID: recordingId,
        RecordingDurationMs: "4600",
        RecordingEndReason: "HungUp",
      }),
    ).toEqual({
      event: "recorded",
      callSid: call.CallUUID,
      recordingId,
      status: "completed",
      seconds: 5,
      endedWith: "hangup",
      accountId: "",
    });
  });

  it("that only begins is in progress", () => {
    expect(parse("recorded", { ...call, Event: "Record", RecordingID: recordingId })).toMatchObject({
      status: "in-progress",
    });
  });

  it("without an id is looked up in the file's name, and refused when it has none", () => {
    const RecordUrl = `https://media.vobiz.ai/v1/Account/MA_1/Recording/${recordingId}.mp3`;
    expect(parse("recorded", { ...call, RecordUrl })).toMatchObject({ recordingId });
    expect(parse("recorded", { ...call, RecordUrl: "https://evil.example/x" })).toBe("not a recorded event");
    expect(parse("recorded", { ...call, RecordingID: "../../x" })).toBe("not a recorded event");
  });
});

describe("other events", () => {
  it("are read", () => {
    expect(parse("dialed", { ...call, DialStatus: "timeout", DialBLegUUID: "b-leg" })).toMatchObject({
      status: "no-answer",
      isBridged: false,
      legSid: "b-leg",
    });
    expect(parse("dialed", { ...call, DialStatus: "completed" })).toMatchObject({ isBridged: true });
    expect(parse("dialed", { ...call, DialAction: "answer" })).toBe("not a dialed event");
    expect(parse("queued", { ...call, ConferenceAction: "exit", ConferenceName: "desk" })).toMatchObject({
      result: "exit",
    });
    expect(parse("session_ended", { ...call, Event: "StopStream" })).toMatchObject({
      event: "session_ended",
    });
    expect(parse("paid", call)).toBe("not a paid event");
    expect(webhooks.parseText(open({})).ok).toBe(false);
  });

  it("never make the parser throw", () => {
    const kinds: CallWebhookKind[] = [
      "answered",
      "input",
      "status",
      "dialed",
      "recorded",
      "transcribed",
      "queued",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.string({ unit: "binary" }),
        fc.constantFrom(form, "application/json"),
        (kind, body, type) => {
          webhooks.parseCall(open({ body, type }), kind);
          webhooks.identify(open({ body, type }), kind);
        },
      ),
    );
  });
});

describe("the name of an event", () => {
  const key = (kind: CallWebhookKind, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    webhooks.identify(open({ body: new URLSearchParams(fields).toString(), headers }), kind);

  it("is the same in every spelling and for every nonce", () => {
    expect(key("answered", call).key).toBe(key("answered", { ...seedCall, From: "x" }).key);
    const status = { ...call, CallStatus: "completed", Event: "Hangup" };
    expect(key("status", status, { "X-Vobiz-Signature-V3-Nonce": "1" })).toEqual({
      key: `status:${call.CallUUID}:completed:Hangup`,
      token: "1",
    });
  });

  it("differs between turns of a call", () => {
    expect(key("input", { ...call, Speech: "yes" }).key).not.toBe(
      key("input", { ...call, Speech: "no" }).key,
    );
  });
});
