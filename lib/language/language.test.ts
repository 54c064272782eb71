import { describe, expect, it } from "vitest";
import { fitOf, tellingWords } from "./match-words";
import { holds } from "./phrase";
import { plainWords } from "./plain-words";
import { readFeeling } from "./read-feeling";
import { readName } from "./read-name";
import { readYesNo } from "./read-yes-no";
import { sayChoice, sayDay, sayMoment, sayTime } from "./say-moment";
import { sayMoney } from "./say-money";

describe("plain words", () => {
  it.each([
    ["¿A las 4:30 p.m.?", "a las 4:30 pm"],
    ["Don't—stop!", "dont stop"],
    ["हाँ, १० बजे", "हां 10 बजे"],
    ["फ़ीस", "फीस"],
    ["  a\u0000b\ud800 ", "a b"],
  ])("%s", (said, words) => {
    expect(plainWords(said)).toBe(words);
  });
});

describe("phrases", () => {
  it.each([
    ["when do you open", "when .. open|close", true],
    ["reopening soon", "open*", false],
    ["booking", "book*", true],
    ["a b c d e f g", "a .. g", false],
  ])("%s / %s", (words, phrase, isHeld) => {
    expect(holds(words, phrase)).toBe(isHeld);
  });
});

describe("yes and no", () => {
  it.each([
    ["yes please", true],
    ["no problem", true],
    ["haan ji", true],
    ["हाँ", true],
    ["sí, claro", true],
    ["no thanks", false],
    ["I don't think so", false],
    ["nahi", false],
    ["(pressed 1)", true],
    ["(pressed 2)", false],
    ["not sure", null],
    ["Thursday", null],
  ])("%s", (said, answer) => {
    expect(readYesNo(plainWords(said.replace(/[()]/g, "")))).toBe(answer);
  });
});

describe("names", () => {
  it.each([
    ["My name is tom miller.", "Tom Miller"],
    ["it's Sara", "Sara"],
    ["मेरा नाम कविता है", "कविता"],
    ["me llamo María José", "María José"],
    ["I would like to know how much that costs", null],
    ["+1 206 555 0123", null],
    ["", null],
  ])("%s", (said, name) => {
    expect(readName(said)).toBe(name);
  });
});

describe("moments are spoken", () => {
  const now = new Date("2026-11-20T15:00:00Z");
  const zone = "America/New_York";
  it.each([
    ["en", "2026-11-20T18:00:00Z", "today at 1 in the afternoon"],
    ["en", "2026-11-21T15:30:00Z", "tomorrow, Saturday the 21st, at 10:30 in the morning"],
    ["en", "2026-11-24T15:00:00Z", "Tuesday the 24th at 10 in the morning"],
    ["en", "2026-12-04T17:00:00Z", "Friday, December 4th, at noon"],
    ["hi", "2026-11-24T15:00:00Z", "मंगलवार, 24 तारीख को सुबह 10 बजे"],
    ["es", "2026-11-24T21:30:00Z", "el martes 24 a las 4:30 de la tarde"],
  ] as const)("%s %s", (language, at, spoken) => {
    expect(sayMoment(new Date(at), now, zone, language)).toBe(spoken);
  });

  it("says a shared day once", () => {
    const times = [new Date("2026-11-23T15:00:00Z"), new Date("2026-11-23T18:00:00Z")];
    expect(sayChoice(times, now, zone, "en")).toBe(
      "Monday the 23rd at 10 in the morning or 1 in the afternoon",
    );
  });

  it("knows the ends of the day", () => {
    expect([0, 720, 1080, 1350].map((minute) => sayTime(minute, "en"))).toEqual([
      "midnight",
      "noon",
      "6 in the evening",
      "10:30 at night",
    ]);
    expect(sayDay("2026-11-02", "2026-10-30", "en")).toBe("Monday the 2nd");
  });
});

it("says prices", () => {
  expect([
    sayMoney(120_00, "USD", "en"),
    sayMoney(500_00, "INR", "hi"),
    sayMoney(19_50, "EUR", "en"),
    sayMoney(19_50, "?", "en"),
  ]).toEqual(["120 dollars", "500 रुपये", "€19.50", "19.5 ?"]);
});

describe("what sentences are about", () => {
  it("knows a word by another name and language", () => {
    expect(tellingWords("¿Hay estacionamiento?")).toEqual(tellingWords("is there parking"));
    expect(fitOf("do you take insurence", "Do you take insurance?")).toBeGreaterThan(0.5);
    expect(fitOf("do you sell tickets", "Do you take insurance?")).toBe(0);
  });
});

describe("moods", () => {
  it.each([
    [["Thank you so much, that was wonderful"], "positive"],
    [["What time do you open?", "Okay"], "neutral"],
    [["This is unacceptable, I am furious"], "negative"],
    [["That is not good"], "neutral"],
    [["Where are you?", "No thanks, goodbye"], "neutral"],
    [["Cuánto cuesta?", "No, gracias"], "neutral"],
    [["bahut bakwas service hai"], "negative"],
    [["बहुत अच्छा, धन्यवाद"], "positive"],
    [["Es inaceptable, estoy harto"], "negative"],
    [["I waited so long", "but thank you, that is perfect"], "positive"],
  ] as const)("%s", (lines, label) => {
    const feeling = readFeeling(lines);
    expect(feeling.label).toBe(label);
    expect(Math.abs(feeling.score)).toBeLessThanOrEqual(1);
  });
});
