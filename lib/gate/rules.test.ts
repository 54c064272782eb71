import { describe, expect, it, test } from "vitest";
import { judgeText } from "./rules";
import type { Refusal, TextFacts } from "./schema";

// Noon in New York on a Friday in winter, 22:30 in Kolkata.
const noon = new Date("2026-11-20T17:00:00Z");
const fine: TextFacts = {
  channel: "sms",
  to: "+12125550100",
  country: "US",
  isNumberPossible: true,
  isCostly: false,
  isSuppressed: false,
  isSuspended: false,
  allowedCountries: ["US"],
  whatsappWindowEnd: null,
  isTemplate: false,
  quietHours: null,
  zones: ["America/New_York"],
  lastInboundAt: null,
  insists: false,
  mayInsist: true,
  now: noon,
};

const night = { from: "21:00", to: "08:00" };
const open = new Date("2026-11-21T10:00:00Z");

/** Everything that can stand in the way, from what weighs most to what weighs least. */
const obstacles: readonly [Refusal, Partial<TextFacts>][] = [
  ["suspended", { isSuspended: true }],
  ["invalid_number", { isNumberPossible: false }],
  ["opted_out", { isSuppressed: true }],
  ["country_not_allowed", { isCostly: true }],
  ["country_not_allowed", { allowedCountries: ["IN"] }],
  ["whatsapp_window", { channel: "whatsapp", to: "whatsapp:+12125550100", whatsappWindowEnd: noon }],
  ["quiet_hours", { quietHours: { from: "11:00", to: "13:00" } }],
];

const reasonOf = (facts: Partial<TextFacts>) => {
  const verdict = judgeText({ ...fine, ...facts });
  return verdict.ok ? "yes" : verdict.reason;
};

describe("one obstacle decides, however the text goes", () => {
  const ways: Partial<TextFacts>[] = [
    { channel: "sms" },
    { channel: "whatsapp", to: "whatsapp:+12125550100", whatsappWindowEnd: open },
    { channel: "whatsapp", to: "whatsapp:+12125550100", isTemplate: true },
  ];
  const rows = ways.flatMap((way) =>
    obstacles
      .filter(([reason]) => reason !== "whatsapp_window")
      .map(([reason, facts]) => [way, facts, reason] as const),
  );
  test.each(rows)("%o with %o: %s", (way, facts, reason) => {
    expect(reasonOf({ ...way, ...facts })).toBe(reason);
  });
  test.each(ways)("%o and nothing in the way: yes", (way) => {
    expect(reasonOf(way)).toBe("yes");
  });
});

describe("of two obstacles the one that cannot be waited for is told", () => {
  const pairs = obstacles.flatMap(([first, one], index) =>
    obstacles.slice(index + 1).map(([second, other]) => [first, second, { ...other, ...one }] as const),
  );
  test.each(pairs)("%s before %s", (first, _second, facts) => {
    expect(reasonOf(facts)).toBe(first);
  });
  const triples = obstacles.flatMap(([first, one], index) =>
    obstacles
      .slice(index + 1)
      .flatMap(([second, two], next) =>
        obstacles
          .slice(index + next + 2)
          .map(([third, three]) => [first, second, third, { ...three, ...two, ...one }] as const),
      ),
  );
  test.each(triples)("%s before %s and %s", (first, _second, _third, facts) => {
    expect(reasonOf(facts)).toBe(first);
  });
});

describe("which countries", () => {
  test.each([
    ["US", ["US"], "yes"],
    ["US", ["IN", "US"], "yes"],
    ["US", [], "country_not_allowed"],
    ["CA", ["US"], "country_not_allowed"],
    ["IN", ["US", "CA", "GB"], "country_not_allowed"],
    ["GB", ["IE", "GB"], "yes"],
    ["IE", ["GB"], "country_not_allowed"],
    [null, [], "yes"],
  ])("to %s with %o: %s", (country, allowedCountries, reason) => {
    expect(reasonOf({ country, allowedCountries })).toBe(reason);
  });
});

describe("WhatsApp's window", () => {
  const at = (time: string | null) => (time ? new Date(time) : null);
  test.each([
    [null, false, "whatsapp_window"],
    [null, true, "yes"],
    ["2026-11-20T17:00:00.000Z", false, "whatsapp_window"],
    ["2026-11-20T17:00:00.001Z", false, "yes"],
    ["2026-11-20T16:59:59.999Z", false, "whatsapp_window"],
    ["2026-11-20T16:59:59.999Z", true, "yes"],
    ["2026-11-20T17:00:00.001Z", true, "yes"],
    ["2026-11-21T16:00:00.000Z", false, "yes"],
    ["2026-11-21T16:00:00.000Z", true, "yes"],
  ])("ends %s, template %s: %s", (end, isTemplate, reason) => {
    const facts = { channel: "whatsapp", to: "whatsapp:+12125550100" } as const;
    expect(reasonOf({ ...facts, whatsappWindowEnd: at(end), isTemplate })).toBe(reason);
  });
});

describe("quiet hours are those where the person is", () => {
  const zones = {
    ny: "America/New_York",
    la: "America/Los_Angeles",
    hi: "Pacific/Honolulu",
    ind: "Asia/Kolkata",
    uk: "Europe/London",
    ap: "Pacific/Auckland",
  };
  // Moment (UTC), zone, then when one may write again; "" is now.
  test.each([
    ["2026-11-20T12:59:59Z", zones.ny, "2026-11-20T13:00:00.000Z"],
    ["2026-11-20T13:00:00Z", zones.ny, ""],
    ["2026-11-21T01:59:00Z", zones.ny, ""],
    ["2026-11-21T02:00:00Z", zones.ny, "2026-11-21T13:00:00.000Z"],
    ["2026-11-20T13:00:00Z", zones.la, "2026-11-20T16:00:00.000Z"],
    ["2026-11-20T16:00:00Z", zones.la, ""],
    ["2026-11-21T05:00:00Z", zones.la, "2026-11-21T16:00:00.000Z"],
    ["2026-11-20T17:00:00Z", zones.hi, "2026-11-20T18:00:00.000Z"],
    ["2026-11-20T18:00:00Z", zones.hi, ""],
    ["2026-11-20T02:29:00Z", zones.ind, "2026-11-20T02:30:00.000Z"],
    ["2026-11-20T02:30:00Z", zones.ind, ""],
    ["2026-11-20T15:29:00Z", zones.ind, ""],
    ["2026-11-20T15:30:00Z", zones.ind, "2026-11-21T02:30:00.000Z"],
    ["2026-07-20T06:59:00Z", zones.uk, "2026-07-20T07:00:00.000Z"],
    ["2026-07-20T07:00:00Z", zones.uk, ""],
    ["2026-12-20T07:00:00Z", zones.uk, "2026-12-20T08:00:00.000Z"],
    ["2026-12-20T08:00:00Z", zones.ap, "2026-12-20T19:00:00.000Z"],
    ["2026-12-20T19:00:00Z", zones.ap, ""],
    // The night in which clocks go forward is an hour shorter, the one in which they go back an hour longer.
    ["2027-03-14T02:00:00Z", zones.ny, "2027-03-14T12:00:00.000Z"],
    ["2027-03-14T07:30:00Z", zones.ny, "2027-03-14T12:00:00.000Z"],
    ["2026-11-01T01:00:00Z", zones.ny, "2026-11-01T13:00:00.000Z"],
    ["2026-11-01T12:30:00Z", zones.ny, "2026-11-01T13:00:00.000Z"],
    ["2027-03-27T21:30:00Z", zones.uk, "2027-03-28T07:00:00.000Z"],
    ["2026-10-24T20:30:00Z", zones.uk, "2026-10-25T08:00:00.000Z"],
  ])("%s in %s: %s", (now, zone, later) => {
    const verdict = judgeText({ ...fine, quietHours: night, zones: [zone], now: new Date(now) });
    if (later === "") return expect(verdict).toEqual({ ok: true });
    expect(verdict).toMatchObject({
      ...{ ok: false, reason: "quiet_hours" },
      instead: [{ kind: "send_later", at: later, zone }, { kind: "send_anyway" }],
    });
  });

  test.each([
    [{ from: "00:00", to: "23:59" }, "2026-11-20T17:00:00Z", "2026-11-21T04:59:00.000Z"],
    [{ from: "12:00", to: "14:00" }, "2026-11-20T17:00:00Z", "2026-11-20T19:00:00.000Z"],
    [{ from: "12:00", to: "14:00" }, "2026-11-20T16:59:00Z", ""],
    [{ from: "23:00", to: "06:30" }, "2026-11-20T11:00:00Z", "2026-11-20T11:30:00.000Z"],
    [{ from: "23:00", to: "06:30" }, "2026-11-20T11:30:00Z", ""],
    [{ from: "09:00", to: "09:00" }, "2026-11-20T14:00:00Z", ""],
  ])("%o at %s: %s", (quietHours, now, later) => {
    const verdict = judgeText({ ...fine, quietHours, now: new Date(now) });
    expect(verdict.ok ? "" : verdict.instead[0]).toEqual(
      later && { kind: "send_later", at: later, zone: zones.ny },
    );
  });

  it("counts for somebody who may live in several zones while it is quiet in any of them", () => {
    const coasts = [zones.ny, zones.la];
    const at = (now: string) => judgeText({ ...fine, quietHours: night, zones: coasts, now: new Date(now) });
    // Morning in New York, still night in Los Angeles; evening in Los Angeles, night again in New York.
    expect(at("2026-11-20T14:00:00Z")).toMatchObject({ instead: [{ at: "2026-11-20T16:00:00.000Z" }, {}] });
    expect(at("2026-11-20T16:00:00Z")).toEqual({ ok: true });
    expect(at("2026-11-21T03:00:00Z")).toMatchObject({ instead: [{ at: "2026-11-21T16:00:00.000Z" }, {}] });
  });

  it("names a moment even where the zones leave none", () => {
    const apart = [zones.hi, zones.ind];
    const verdict = judgeText({ ...fine, quietHours: { from: "18:00", to: "12:00" }, zones: apart });
    expect(verdict).toMatchObject({ ok: false, reason: "quiet_hours" });
  });
});

describe("who may write in quiet hours", () => {
  const late = { quietHours: night, now: new Date("2026-11-21T03:00:00Z") };
  // When they wrote last, whether the writer insists, whether they may; what comes of it, and what is offered.
  test.each([
    [null, false, true, "quiet_hours", ["send_later", "send_anyway"]],
    [null, false, false, "quiet_hours", ["send_later"]],
    [null, true, true, "yes", []],
    ["2026-11-21T02:59:00Z", false, true, "yes", []],
    ["2026-11-21T02:59:00Z", false, false, "yes", []],
    ["2026-11-21T02:00:01Z", false, false, "yes", []],
    ["2026-11-21T02:00:00Z", false, false, "quiet_hours", ["send_later"]],
    ["2026-11-20T12:00:00Z", false, false, "quiet_hours", ["send_later"]],
    ["2026-11-20T12:00:00Z", true, true, "yes", []],
  ])("wrote %s, insists %s, may %s: %s", (wrote, insists, mayInsist, reason, offers) => {
    const lastInboundAt = wrote === null ? null : new Date(wrote);
    const verdict = judgeText({ ...fine, ...late, lastInboundAt, insists, mayInsist });
    expect(verdict.ok ? "yes" : verdict.reason).toBe(reason);
    expect(verdict.ok ? [] : verdict.instead.map(({ kind }) => kind)).toEqual(offers);
  });

  it("is written down when it was", () => {
    expect(judgeText({ ...fine, ...late, insists: true })).toEqual({ ok: true, despite: "quiet_hours" });
    expect(judgeText({ ...fine, insists: true, quietHours: night })).toEqual({ ok: true });
  });

  test.each(obstacles.slice(0, 6))("insisting does not help against %s", (reason, facts) => {
    expect(reasonOf({ ...late, ...facts, now: noon, insists: true })).toBe(reason);
  });
});

describe("every no says why in a sentence and offers what works", () => {
  test.each([
    [{ isSuspended: true }, /suspended/, []],
    [{ isNumberPossible: false }, /not a number/, ["correct_number"]],
    [{ isSuppressed: true }, /STOP/, ["call", "ask_to_text_start"]],
    [{ isCostly: true }, /premium/, ["correct_number"]],
    [{ country: "FR" }, /France/, ["allow_country"]],
    [{ channel: "whatsapp", to: "whatsapp:+12125550100" }, /written first/, ["use_template", "use_channel"]],
    [{ channel: "whatsapp", to: "whatsapp:US.9" }, /written first/, ["use_template"]],
    [{ channel: "whatsapp", whatsappWindowEnd: noon }, /24 hours/, ["use_template", "use_channel"]],
    [{ quietHours: { from: "11:00", to: "13:00" } }, /12:00/, ["send_later", "send_anyway"]],
    [
      { quietHours: { from: "11:00", to: "13:00" }, zones: ["America/New_York", "America/Chicago"] },
      /may be late/,
      ["send_later", "send_anyway"],
    ],
  ] as [Partial<TextFacts>, RegExp, string[]][])("%o: %s", (facts, sentence, offers) => {
    const verdict = judgeText({ ...fine, ...facts });
    expect(verdict.ok ? "" : verdict.sentence).toMatch(sentence);
    expect(verdict.ok ? [] : verdict.instead.map(({ kind }) => kind)).toEqual(offers);
  });
});
