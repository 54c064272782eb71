import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainWords } from "./plain-words";
import { readWhen } from "./read-when";

// A Friday.
const today = { day: "2026-11-20", weekday: 5, country: "US" };
const read = (said: string, wasAsked = false, country = "US") =>
  readWhen(plainWords(said), { ...today, country }, wasAsked);

const days: [said: string, from: string, to?: string][] = [
  ["today", "2026-11-20"],
  ["tomorrow", "2026-11-21"],
  ["the day after tomorrow", "2026-11-22"],
  ["Monday", "2026-11-23"],
  ["next Monday", "2026-11-23"],
  ["on Friday", "2026-11-27"],
  ["this Saturday", "2026-11-21"],
  ["on the 24th", "2026-11-24"],
  ["the 3rd", "2026-12-03"],
  ["December 4th", "2026-12-04"],
  ["4 December", "2026-12-04"],
  ["January 5", "2027-01-05"],
  ["12/1", "2026-12-01"],
  ["in three days", "2026-11-23"],
  ["in a week", "2026-11-27"],
  ["next week", "2026-11-23", "2026-11-29"],
  ["on the weekend", "2026-11-21", "2026-11-22"],
  ["kal", "2026-11-21"],
  ["aaj shaam", "2026-11-20"],
  ["परसों", "2026-11-22"],
  ["सोमवार को", "2026-11-23"],
  ["24 तारीख", "2026-11-24"],
  ["agle hafte", "2026-11-23", "2026-11-29"],
  ["hoy", "2026-11-20"],
  ["mañana", "2026-11-21"],
  ["pasado mañana", "2026-11-22"],
  ["mañana por la mañana", "2026-11-21"],
  ["el miércoles", "2026-11-25"],
  ["el 24 de noviembre", "2026-11-24"],
];

const times: [said: string, clock: string, isHalfSure?: boolean][] = [
  ["at 4", "16:00", true],
  ["at 10", "10:00", true],
  ["4 pm", "16:00"],
  ["4:30 p.m.", "16:30"],
  ["10.30", "10:30", true],
  ["16:45", "16:45"],
  ["half past four", "16:30", true],
  ["quarter to five", "16:45", true],
  ["quarter past nine", "09:15", true],
  ["ten thirty", "10:30", true],
  ["noon", "12:00"],
  ["9 in the morning", "09:00"],
  ["five o'clock", "17:00", true],
  ["5 baje", "17:00", true],
  ["shaam 5 baje", "17:00"],
  ["subah das baje", "10:00"],
  ["साढ़े दस बजे", "10:30", true],
  ["sadhe paanch baje", "17:30", true],
  ["paune paanch baje", "16:45", true],
  ["सुबह नौ बजे", "09:00"],
  ["a las cinco y media", "17:30", true],
  ["a las 5 de la tarde", "17:00"],
  ["a las nueve de la mañana", "09:00"],
  ["a las cinco menos cuarto", "16:45", true],
];

describe("days", () => {
  it.each(days)("%s", (said, from, to = from) => {
    expect(read(said)?.days).toEqual({ from, to });
  });

  it("reads 24/11 as a day in November outside the United States", () => {
    expect(read("24/11", false, "IN")?.days?.from).toBe("2026-11-24");
  });
});

describe("times", () => {
  it.each(times)("%s", (said, clock, isHalfSure = false) => {
    const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
    expect(read(said)?.time).toEqual({ minute, isHalfSure });
  });

  it.each([
    ["do you have anything tomorrow", null],
    ["I have two children", null],
    ["on the 24th", null],
    ["3 November", null],
    ["good morning", null],
  ])("finds no time in: %s", (said, none) => {
    expect(read(said)?.time ?? null).toBe(none);
  });

  it("takes a bare number for a time only when a time was asked for", () => {
    expect(read("10")?.time ?? null).toBeNull();
    expect(read("10", true)?.time?.minute).toBe(600);
    expect(read("four", true)?.time?.minute).toBe(960);
  });

  it.each([
    ["after 3", "after"],
    ["before noon", "before"],
    ["at 3", "at"],
    ["3 baje ke baad", "after"],
  ] as const)("%s is meant as %s", (said, side) => {
    expect(read(said)?.side).toBe(side);
  });
});

describe("whatever is said", () => {
  it("yields real days and minutes, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.boolean(), (said, wasAsked) => {
        const when = read(said, wasAsked);
        if (when?.days)
          expect(new Date(`${when.days.from}T00:00:00Z`).toISOString().slice(0, 10)).toBe(when.days.from);
        if (when?.time) expect(when.time.minute).toBeLessThan(1440);
      }),
    );
  });
});
