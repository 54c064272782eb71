import fc from "fast-check";
import { expect, test } from "vitest";
import { countryOfPhone, formatPhone, isCostlyKind, parsePhone } from "./phone";

test.each([
  ["(206) 555-0123", "US", "+12065550123"],
  ["206.555.0123", "US", "+12065550123"],
  ["1 206 555 0123", "US", "+12065550123"],
  ["1 206 555 0123", "IN", "+12065550123"],
  ["+1-206-555-0123", "IN", "+12065550123"],
  ["tel:+1-206-555-0123", "IN", "+12065550123"],
  ["206 555 0123 ext. 5", "US", "+12065550123"],
  ["\u202a+1 (206) 555\u20110123\u202c", "US", "+12065550123"],
  ["２０６５５５０１２３", "US", "+12065550123"],
  ["٢٠٦ ٥٥٥ ٠١٢٣", "US", "+12065550123"],
  ["1-800-FLOWERS", "US", "+18003569377"],
  ["0044 20 7946 0958", "US", "+442079460958"],
  ["011 44 20 7946 0958", "US", "+442079460958"],
  ["+44 (0)20 7946 0958", "US", "+442079460958"],
  ["98765 43210", "IN", "+919876543210"],
  ["098765 43210", "IN", "+919876543210"],
  ["919876543210", "IN", "+919876543210"],
  ["919876543210", "US", "+919876543210"],
  ["९८७६५४३२१०", "IN", "+919876543210"],
  ["9162470567", "IN", "+919162470567"],
  ["+917971543252", "US", "+917971543252"],
  ["+15005550006", "IN", "+15005550006"],
])("%j in %s is %s", (raw, country, e164) => {
  expect(parsePhone(raw, country)).toMatchObject({ ok: true, e164 });
});

test.each([
  ["", "not_a_number"],
  ["+", "not_a_number"],
  ["hello", "not_a_number"],
  ["call me 2065550123", "not_a_number"],
  ["2065550123; DROP TABLE", "not_a_number"],
  ["9".repeat(500), "not_a_number"],
  ["5550123", "too_short"],
  ["+1555", "too_short"],
  ["+1206555012345678", "too_long"],
  ["+99912345678", "unknown_country"],
])("%j is %s", (raw, reason) => {
  expect(parsePhone(raw, "US")).toEqual({ ok: false, reason });
});

test.each([
  ["+19005551234", "premium"],
  ["+448712345678", "premium"],
  ["+870773111632", "satellite"],
  ["+881623456789", "satellite"],
  ["+883510000000000", "satellite"],
  ["+18005551212", "toll_free"],
  ["+447400123456", "mobile"],
  ["+15551234567", "unknown"],
])("%s is %s", (raw, kind) => {
  expect(parsePhone(raw, "US")).toMatchObject({ ok: true, kind });
});

test("premium, shared-cost and satellite numbers are costly, others are not", () => {
  expect((["premium", "shared_cost", "satellite", "pager"] as const).every(isCostlyKind)).toBe(true);
  expect((["mobile", "landline_or_mobile", "toll_free", "unknown"] as const).some(isCostlyKind)).toBe(false);
});

test("the country is named also for a range that the plan does not list, and none for a satellite", () => {
  expect(
    ["+15551234567", "+919876543210", "+442079460958", "+870773111632", "AMZN"].map(countryOfPhone),
  ).toEqual([...["US", "IN", "GB"], ...[null, null]]);
});

test("any spelling of a number gives the number, and reading its E.164 form again changes nothing", () => {
  const separators = fc.constantFrom("", " ", "-", ".", " (", ") ", "\u00a0");
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 200, max: 999 }),
        fc.integer({ min: 1000, max: 9999 }),
        separators,
        separators,
      ),
      ([exchange, line, first, second]) => {
        const phone = parsePhone(`+1${first}206${second}${exchange}${first}${line}`, "IN");
        expect(phone).toMatchObject({ ok: true, e164: `+1206${exchange}${line}` });
        if (phone.ok) expect(parsePhone(phone.e164, "GB")).toEqual(phone);
      },
    ),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.string(), (raw, country) => {
      expect(parsePhone(raw, country)).toHaveProperty("ok");
    }),
  );
});

test("a number is written nationally at home and internationally abroad", () => {
  expect(formatPhone("+12065550123", "US")).toBe("(206) 555-0123");
  expect(formatPhone("+12065550123", "IN")).toBe("+1 206 555 0123");
  expect(formatPhone("AMZN")).toBe("AMZN");
});
