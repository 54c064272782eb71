import fc from "fast-check";
import { expect, test } from "vitest";
import { addressKey, parseAddress } from "./address";

test.each([
  ["206 555 0123", "phone", "+12065550123"],
  ["+1 (206) 555-0123", "phone", "+12065550123"],
  ["whatsapp:+12065550123", "whatsapp", "whatsapp:+12065550123"],
  ["WhatsApp: 1 206 555 0123", "whatsapp", "whatsapp:+12065550123"],
  ["whatsapp:US.13491208655302741918", "whatsapp", "whatsapp:US.13491208655302741918"],
  ["client:agent_1", "client", "client:agent_1"],
  ["sip:Front.Desk@Example.com", "sip", "sip:front.desk@example.com"],
  ["72404", "short_code", "72404"],
  ["AX-HDFCBK", "sender_id", "AX-HDFCBK"],
  ["@@@", "unreadable", "@@@"],
])("%j is a %s", (raw, kind, address) => {
  expect(parseAddress(raw, "US")).toMatchObject({ kind, address });
});

test.each([
  "",
  "  ",
  "anonymous",
  "Restricted",
  "UNKNOWN",
  "no caller id",
  "anonymous@anonymous.invalid",
  "+266696687",
])("%j hides the caller", (raw) => {
  expect(parseAddress(raw, "US")).toEqual({ kind: "anonymous", address: null });
});

test("a WhatsApp address with a number shows it, one with a hidden number does not", () => {
  expect(parseAddress("whatsapp:+919876543210", "US")).toHaveProperty("e164", "+919876543210");
  expect(parseAddress("whatsapp:US.1349", "US")).not.toHaveProperty("e164");
});

test("the key of a key is itself, whatever came in", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ maxLength: 30 }).map((rest) => `whatsapp:${rest}`),
    fc.stringMatching(/^\+?[\d ()-]{3,20}$/),
  );
  fc.assert(
    fc.property(texts, (raw) => {
      const key = addressKey(raw, "US");
      expect(addressKey(key ?? "", "US")).toBe(key);
    }),
    { numRuns: 500 },
  );
});
