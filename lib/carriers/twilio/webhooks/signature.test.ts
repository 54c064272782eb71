import fc from "fast-check";
import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { type Fields, readForm } from "../../ports/fields";
import { type SignedRequest, verifyTwilioSignature } from "./signature";

const token = "12345";
const strongToken = "0123456789abcdef0123456789abcdef";
const v1 = "https://mycompany.com/myapp.php?foo=1&bar=2";
const bodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
const body = '{"property": "value", "boolean": true}';

function fields(values: Record<string, string | string[]>): Fields {
  return new Map(Object.entries(values).map(([name, value]) => [name, [value].flat()]));
}

const p1 = fields({
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
});
const p0 = new Map([...p1, ["Caller", ["+14158675310"]], ["From", ["+14158675310"]]]);

function check(url: string, signature: string, rest: Partial<SignedRequest> = {}) {
  return verifyTwilioSignature([token], { urls: [url], signature, ...rest }, 1).ok;
}

describe("published vectors", () => {
  it.each([
    ["V0", "https://example.com/myapp.php?foo=1&bar=2", p0, "L/OH5YylLD5NRKLltdqwSvS0BnU="],
    ["V1", v1, p1, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
    ["V2", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", p1, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="],
    ["V3", "https://mycompany.com:443/myapp.php?foo=1&bar=2", p1, "kvajT1Ptam85bY51eRf/AJRuM3w="],
    ["V3 without its port", v1, p1, "kvajT1Ptam85bY51eRf/AJRuM3w="],
    ["V4", "http://mycompany.com:80/myapp.php?foo=1&bar=2", p1, "0ZXoZLH/DfblKGATFgpif+LLRf4="],
    ["V5a", "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", p1, "CukzLTc1tT5dXEDIHm/tKBanW10="],
    ["V5b", "https://user@mycompany.com/myapp.php?foo=1&bar=2", p1, "2YRLlVAflCqxaNicjMpJcSTgzSs="],
    ["V5c", "https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2", p1, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="],
    ["V6", `${v1}&Body=It's+amazing`, p1, "TfZzewPq8wqrGlMfyAud8+/IvJ0="],
    ["V6 unescaped", `${v1}&Body=It's+amazing`, p1, "dsq4Ehbj6cs+KdTkpF5sSSplOWw="],
    [
      "V7",
      v1,
      fields({ "MessagingBinding.Address": ["+1325xxxxxxx", "+1415xxxxxxx"] }),
      "83O6e2vORAoJHUNzJjDWN1jz+BA=",
    ],
    [
      "V7 in another order",
      v1,
      fields({ "MessagingBinding.Address": ["+1415xxxxxxx", "+1325xxxxxxx"] }),
      "83O6e2vORAoJHUNzJjDWN1jz+BA=",
    ],
    [
      "V8",
      v1,
      fields({ Sid: "CA123", SidAccount: "AC123", Digits: ["5678", "1234", "1234"] }),
      "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
    ],
    ["O1", "wss://relay.example.com/ws/voice", undefined, "9V60yu/dwiO4x6RXeHKqYFOJl60="],
    ["O1b", "https://relay.example.com/ws/voice", undefined, "xxZQCh67BJoDfCIr70XX31LUmfk="],
    ["O1c", "wss://relay.example.com/ws/voice/", undefined, "d5Seq56P5c1+ANLOp6Qj6iTkwiE="],
    [
      "O2",
      "https://app.example.com/webhooks/twilio/sms",
      fields({
        Body: "नमस्ते ✓",
        From: "whatsapp:+919876543210",
        MessageSid: "SM00000000000000000000000000000001",
        NumMedia: "0",
        To: "whatsapp:+14155238886",
      }),
      "g+d+hQcFzmBOyxy6zJK0RCwv5pw=",
    ],
    [
      "O3",
      "https://app.example.com/webhooks/twilio/voice",
      fields({
        CallSid: "CA00000000000000000000000000000001",
        CallerName: "",
        From: "+14155550100",
        To: "+14155550101",
      }),
      "217tfDP2hz3Z+z0i1Fgg0l2ZiLQ=",
    ],
    [
      "O4",
      "https://app.example.com/voice?CallSid=CA1&From=%2B14155550100",
      undefined,
      "XfJQj4KweeDTOeXAF9rpG8anKE4=",
    ],
    [
      "O5",
      "https://app.example.com/x",
      fields({ A: "1", B: "4", a: "3", b: "2" }),
      "AoG8j9iaQ0yDe31ihRmqZh+Sii0=",
    ],
  ])("%s is believed", (_, url, params, signature) => {
    expect(check(url, signature, params ? { params } : {})).toBe(true);
  });

  it.each([
    ["V9", `${v1}&bodySHA256=${bodyHash}`, body, "a9nBmqA0ju/hNViExpshrM61xv4="],
    [
      "V10",
      "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
      "{}",
      "Ldidvp12m26NI7eqEvxnEpkd9Hc=",
    ],
    ["V11", `https://mycompany.com/myapp.php?bodySHA256=${bodyHash}`, body, "y77kIzt2vzLz71DgmJGsen2scGs="],
  ])("%s is believed with its body and with no other", (_, url, rawBody, signature) => {
    expect(check(url, signature, { rawBody })).toBe(true);
    expect(check(url, signature, { rawBody: `${rawBody} ` })).toBe(false);
  });
});

describe("forgeries", () => {
  const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

  it.each([
    ["a fragment", `${v1}#rc=3`, p1],
    ["another order of the query", "https://mycompany.com/myapp.php?bar=2&foo=1", p1],
    ["http", v1.replace("https", "http"), p1],
    ["a trimmed value", v1, new Map([...p1, ["Digits", ["123"]]])],
    ["a further field", v1, new Map([...p1, ["Body", ["hi"]]])],
    ["a second value of a field", v1, new Map([...p1, ["From", ["+14158675309", "+15005550006"]]])],
    ["no fields", v1, new Map()],
  ])("%s is refused", (_, url, params) => {
    expect(check(url, signature, { params })).toBe(false);
  });

  it("says what is missing", () => {
    const request = { urls: [v1], params: p1 };
    expect(verifyTwilioSignature([strongToken], { ...request, signature: "" })).toEqual({
      ok: false,
      reason: "missing_signature",
    });
    expect(verifyTwilioSignature([strongToken], { ...request, signature })).toEqual({
      ok: false,
      reason: "bad_signature",
    });
    expect(verifyTwilioSignature([], { ...request, signature })).toEqual({ ok: false, reason: "no_token" });
  });

  it("never uses an empty or short token, which would validate what anyone can sign", () => {
    for (const weak of ["", "12345", "0".repeat(31)]) {
      const forged = twilio.getExpectedTwilioSignature(weak, v1, {});
      expect(verifyTwilioSignature([weak], { urls: [v1], signature: forged }).ok).toBe(false);
      expect(verifyTwilioSignature([weak, strongToken], { urls: [v1], signature: forged }).ok).toBe(false);
    }
    expect(verifyTwilioSignature([""], { urls: [v1], signature: "x" }, 0).ok).toBe(false);
  });

  it("names the token that matched, so that rotation can end", () => {
    const signed = twilio.getExpectedTwilioSignature(strongToken, v1, {});
    const tokens = ["f".repeat(32), strongToken];
    expect(
      verifyTwilioSignature(tokens, { urls: ["https://other.example/", v1], signature: signed }),
    ).toEqual({
      ok: true,
      token: 1,
    });
  });
});

describe("agreement with the official validator", () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9.]{0,12}$/);
  const value = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: "binary", maxLength: 8 }));
  const params = fc.dictionary(name, fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 })), {
    maxKeys: 6,
  });
  const url = fc
    .record({
      scheme: fc.constantFrom("https", "http", "wss"),
      user: fc.constantFrom("", "user@", "user:pa@ss@"),
      host: fc.constantFrom("example.com", "EXAMPLE.com", "[::1]", "xn--bcher-kva.example"),
      port: fc.constantFrom("", ":443", ":80", ":8443"),
      path: fc.constantFrom("", "/", "/a/b", "/it's", "/%2B/ü"),
      query: fc.constantFrom("", "?", "?a=1&b=2", "?q=It's+a%20b", "?a=%zz", "?a=1#x"),
    })
    .map((part) => `${part.scheme}://${part.user}${part.host}${part.port}${part.path}${part.query}`);

  it("holds whichever form of the URL was signed", () => {
    fc.assert(
      fc.property(url, url, params, fc.boolean(), (called, other, values, isSame) => {
        const signedUrl = isSame ? called : other;
        const signature = twilio.getExpectedTwilioSignature(strongToken, signedUrl, values);
        const official = twilio.validateRequest(strongToken, signature, called, values);
        const ours = verifyTwilioSignature([strongToken], {
          urls: [called],
          signature,
          params: fields(values),
        });
        expect(ours.ok).toBe(official);
      }),
      { numRuns: 500 },
    );
  });

  it("holds for repeated names of a raw form body", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), (pairs) => {
        const read = readForm(
          new URLSearchParams(pairs.map(([key, text]) => [key, text.toWellFormed()])).toString(),
        );
        const official = Object.fromEntries([...read].map(([key, values]) => [key, [...values]]));
        const signature = twilio.getExpectedTwilioSignature(strongToken, v1, official);
        expect(verifyTwilioSignature([strongToken], { urls: [v1], signature, params: read }).ok).toBe(true);
      }),
    );
  });
});
