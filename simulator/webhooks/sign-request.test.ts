import { describe, expect, it } from "vitest";
import { type Fields, signRequest, withBodyHash } from "./sign-request";

const P1: Fields = [
  ["CallSid", "CA1234567890ABCDE"],
  ["Caller", "+14158675309"],
  ["Digits", "1234"],
  ["From", "+14158675309"],
  ["To", "+18005551212"],
];
const docs: Fields = P1.map(([name, value]) => [name, value === "+14158675309" ? "+14158675310" : value]);
const v1 = "https://mycompany.com/myapp.php?foo=1&bar=2";
const body = '{"property": "value", "boolean": true}';
const bodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

const bindings: Fields = [
  ["MessagingBinding.Address", "+1415xxxxxxx"],
  ["MessagingBinding.Address", "+1325xxxxxxx"],
];
const repeated: Fields = [
  ["Sid", "CA123"],
  ["SidAccount", "AC123"],
  ["Digits", "5678"],
  ["Digits", "1234"],
  ["Digits", "1234"],
];
const hindi: Fields = [
  ["Body", "नमस्ते ✓"],
  ["From", "whatsapp:+919876543210"],
  ["MessageSid", "SM00000000000000000000000000000001"],
  ["NumMedia", "0"],
  ["To", "whatsapp:+14155238886"],
];
const withEmpty: Fields = [
  ["CallSid", "CA00000000000000000000000000000001"],
  ["CallerName", ""],
  ["From", "+14155550100"],
  ["To", "+14155550101"],
];
const mixedCase: Fields = [
  ["a", "3"],
  ["B", "4"],
  ["A", "1"],
  ["b", "2"],
];

const vectors: [id: string, url: string, fields: Fields, signature: string][] = [
  ["V0", "https://example.com/myapp.php?foo=1&bar=2", docs, "L/OH5YylLD5NRKLltdqwSvS0BnU="],
  ["V1", v1, P1, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
  ["V2", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", P1, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="],
  ["V3", "https://mycompany.com:443/myapp.php?foo=1&bar=2", P1, "kvajT1Ptam85bY51eRf/AJRuM3w="],
  ["V4", "http://mycompany.com:80/myapp.php?foo=1&bar=2", P1, "0ZXoZLH/DfblKGATFgpif+LLRf4="],
  ["V5a", "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", P1, "CukzLTc1tT5dXEDIHm/tKBanW10="],
  ["V5b", "https://user@mycompany.com/myapp.php?foo=1&bar=2", P1, "2YRLlVAflCqxaNicjMpJcSTgzSs="],
  ["V5c", "https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2", P1, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="],
  ["V6", `${v1}&Body=It%27s+amazing`, P1, "TfZzewPq8wqrGlMfyAud8+/IvJ0="],
  ["V6 raw", `${v1}&Body=It's+amazing`, P1, "dsq4Ehbj6cs+KdTkpF5sSSplOWw="],
  ["V7", v1, bindings, "83O6e2vORAoJHUNzJjDWN1jz+BA="],
  ["V8", v1, repeated, "IK+Dwps556ElfBT0I3Rgjkr1wJU="],
  ["V9", `${v1}&bodySHA256=${bodyHash}`, [], "a9nBmqA0ju/hNViExpshrM61xv4="],
  [
    "V10",
    "https://mycompany.com:443/myapp.php?foo=1&bar=2&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    [],
    "Ldidvp12m26NI7eqEvxnEpkd9Hc=",
  ],
  [
    "V10 without port",
    `${v1}&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a`,
    [],
    "rw/jVviOgicj2+kHZULvebnA4ag=",
  ],
  ["V11", `https://mycompany.com/myapp.php?bodySHA256=${bodyHash}`, [], "y77kIzt2vzLz71DgmJGsen2scGs="],
  ["O1", "wss://relay.example.com/ws/voice", [], "9V60yu/dwiO4x6RXeHKqYFOJl60="],
  ["O1b", "https://relay.example.com/ws/voice", [], "xxZQCh67BJoDfCIr70XX31LUmfk="],
  ["O1c", "wss://relay.example.com/ws/voice/", [], "d5Seq56P5c1+ANLOp6Qj6iTkwiE="],
  ["O2", "https://app.example.com/webhooks/twilio/sms", hindi, "g+d+hQcFzmBOyxy6zJK0RCwv5pw="],
  ["O3", "https://app.example.com/webhooks/twilio/voice", withEmpty, "217tfDP2hz3Z+z0i1Fgg0l2ZiLQ="],
  ["O4", "https://app.example.com/voice?CallSid=CA1&From=%2B14155550100", [], "XfJQj4KweeDTOeXAF9rpG8anKE4="],
  ["O5", "https://app.example.com/x", mixedCase, "AoG8j9iaQ0yDe31ihRmqZh+Sii0="],
];

describe("the request signature", () => {
  it.each(vectors)("is Twilio's for vector %s", (_id, url, fields, signature) => {
    expect(signRequest("12345", url, fields)).toBe(signature);
  });

  it("is the same in whatever order the fields come", () => {
    expect(signRequest("12345", v1, [...P1].reverse())).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  });

  it.each([
    ["a fragment", `${v1}#rc=3`, P1],
    ["another order of the query", "https://mycompany.com/myapp.php?bar=2&foo=1", P1],
    ["http in place of https", v1.replace("https", "http"), P1],
    ["a changed value", v1, P1.map(([name, value]): [string, string] => [name, `${value} `])],
    ["a missing field", v1, P1.slice(1)],
  ] satisfies [string, string, Fields][])("differs with %s", (_what, url, fields) => {
    expect(signRequest("12345", url, fields)).not.toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  });

  it("differs with another token", () => {
    expect(signRequest("12346", v1, P1)).not.toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  });
});

describe("the hash of a JSON body", () => {
  it("joins the query as in vectors V9 and V11", () => {
    expect(withBodyHash(v1, body)).toBe(`${v1}&bodySHA256=${bodyHash}`);
    expect(withBodyHash("https://mycompany.com/myapp.php", body)).toBe(
      `https://mycompany.com/myapp.php?bodySHA256=${bodyHash}`,
    );
  });
});
