import { describe, expect, it, test } from "vitest";
import { judgeCall } from "./rules";
import type { CallFacts, Refusal } from "./schema";

const fine: CallFacts = {
  ...{ spelling: "+12125550100", country: "US", isNumberPossible: true, isCostly: false },
  ...{ allowedCountries: ["US"], isSuspended: false, isOwnNumber: false, isUnwanted: false },
  ...{ quietHours: null, zones: ["America/New_York"], now: new Date("2026-11-20T17:00:00Z") },
};

/** Everything that can stand in the way, from what weighs most to what weighs least. */
const obstacles: readonly [Refusal, Partial<CallFacts>][] = [
  ["suspended", { isSuspended: true }],
  ["invalid_number", { spelling: "911" }],
  ["invalid_number", { isNumberPossible: false }],
  ["country_not_allowed", { isCostly: true }],
  ["invalid_number", { isOwnNumber: true }],
  ["opted_out", { isUnwanted: true }],
  ["country_not_allowed", { allowedCountries: ["IN"] }],
  ["quiet_hours", { quietHours: { from: "11:00", to: "13:00" } }],
];

const reasonOf = (facts: Partial<CallFacts>) => {
  const verdict = judgeCall({ ...fine, ...facts });
  return verdict.ok ? "yes" : verdict.reason;
};

test.each(obstacles)("%s: %o", (reason, facts) => {
  expect(reasonOf(facts)).toBe(reason);
});

test("of two obstacles the one decides that cannot be mended", () => {
  for (const [index, [reason, facts]] of obstacles.entries())
    for (const [, lighter] of obstacles.slice(index + 1))
      expect(reasonOf({ ...lighter, ...facts })).toBe(reason);
});

describe("quiet hours", () => {
  const night = { from: "21:00", to: "08:00" };

  it("are read from the person's clock, and end on it", () => {
    expect(reasonOf({ quietHours: night })).toBe("yes");
    const verdict = judgeCall({ ...fine, quietHours: night, zones: ["Asia/Kolkata"] });
    expect(verdict).toMatchObject({ ok: false, instead: [{ kind: "call" }] });
    expect(verdict.ok ? "" : verdict.sentence).toMatch(/It is 22:30 .* may call at 08:00 their time/);
  });

  it("reign when it may be night in any of the places where the person may live", () => {
    const zones = ["America/New_York", "Pacific/Honolulu"];
    expect(reasonOf({ quietHours: night, zones })).toBe("quiet_hours");
  });
});
