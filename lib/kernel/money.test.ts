import fc from "fast-check";
import { expect, test } from "vitest";
import { currencyExponent, formatMicros, formatMoney, readMicros, toMoney } from "./money";

test.each([
  ["0.0079", 7900],
  ["-0.00750", -7500],
  ["12", 12_000_000],
  [" 1.5 ", 1_500_000],
  ["0.0000005", 1],
  ["0.0000004", 0],
  ["-0.0", 0],
])("%j is %d millionths", (decimal, micros) => {
  expect(readMicros(decimal)).toBe(micros);
});

test.each(["", "free", "1,50", "1e3", "NaN", "0x10", "1."])("%j is no price", (decimal) => {
  expect(readMicros(decimal)).toBeNull();
});

test("prices are read exactly", () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(999_999), (whole, micros) => {
      expect(readMicros(`${whole}.${String(micros).padStart(6, "0")}`)).toBe(whole * 1_000_000 + micros);
    }),
  );
});

test("currencies have their own number of decimals", () => {
  expect(["USD", "INR", "JPY", "KWD"].map(currencyExponent)).toEqual([2, 2, 0, 3]);
});

test("a price is rounded to the smallest unit, away from zero at the half", () => {
  expect(toMoney({ micros: 15_000, currency: "USD" })).toEqual({ minor: 2, currency: "USD" });
  expect(toMoney({ micros: -15_000, currency: "USD" })).toEqual({ minor: -2, currency: "USD" });
  expect(toMoney({ micros: -4_000, currency: "USD" })).toEqual({ minor: 0, currency: "USD" });
  expect(toMoney({ micros: 2_500_000, currency: "JPY" })).toEqual({ minor: 3, currency: "JPY" });
});

test("sums and prices are written for people", () => {
  expect(formatMoney({ minor: 1250, currency: "USD" })).toBe("$12.50");
  expect(formatMoney({ minor: 120_000, currency: "INR" }, "en-IN")).toBe("₹1,200.00");
  expect(formatMoney({ minor: 500, currency: "JPY" })).toBe("¥500");
  expect(formatMicros({ micros: 7900, currency: "USD" })).toBe("$0.0079");
});
