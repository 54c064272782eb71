import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  afterQuietHours,
  existsLocally,
  isTimeZone,
  isWithin,
  localDay,
  minuteOfDay,
  momentOf,
  nextLocalTime,
  wallTime,
  weekdayOf,
} from "./time";

const newYork = "America/New_York";
const kolkata = "Asia/Kolkata";
const zones = [
  newYork,
  kolkata,
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "UTC",
];

test("the wall clock of a zone", () => {
  const at = new Date("2026-03-08T06:59:30Z");
  expect(wallTime(at, newYork)).toEqual({ year: 2026, month: 3, day: 8, hour: 1, minute: 59, second: 30 });
  expect(localDay(new Date("2026-03-08T03:00:00Z"), newYork)).toBe("2026-03-07");
  expect(localDay(new Date("2026-03-07T18:30:00Z"), kolkata)).toBe("2026-03-08");
  expect(minuteOfDay(new Date("2026-03-07T18:30:00Z"), kolkata)).toBe(0);
  expect(weekdayOf(new Date("2026-03-08T03:00:00Z"), newYork)).toBe(6);
});

test.each([
  ["an ordinary day", "2026-07-01", "09:00", newYork, "2026-07-01T13:00:00Z"],
  ["a zone with half an hour", "2026-07-01", "09:00", kolkata, "2026-07-01T03:30:00Z"],
  ["just before the lost hour", "2026-03-08", "01:59", newYork, "2026-03-08T06:59:00Z"],
  ["inside the lost hour", "2026-03-08", "02:30", newYork, "2026-03-08T07:30:00Z"],
  ["just after the lost hour", "2026-03-08", "03:00", newYork, "2026-03-08T07:00:00Z"],
  ["the first of two", "2026-11-01", "01:30", newYork, "2026-11-01T05:30:00Z"],
  ["after both", "2026-11-01", "02:00", newYork, "2026-11-01T07:00:00Z"],
  ["half an hour lost", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
])("%s", (_what, day, time, zone, moment) => {
  expect(momentOf(day, time, zone)).toEqual(new Date(moment));
});

test("only the lost hour does not exist", () => {
  expect(existsLocally("2026-03-08", "02:30", newYork)).toBe(false);
  expect(existsLocally("2026-03-08", "03:00", newYork)).toBe(true);
  expect(existsLocally("2026-11-01", "01:30", newYork)).toBe(true);
  expect(existsLocally("2026-03-08", "02:30", kolkata)).toBe(true);
});

const years2020To2035 = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2035-12-31"),
  noInvalidDate: true,
});
const minutes = years2020To2035.map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
const pad = (number: number) => String(number).padStart(2, "0");

test("a moment's own wall time leads back to it, or to its twin when clocks go back", () => {
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (at, zone) => {
      const wall = wallTime(at, zone);
      const time = `${pad(wall.hour)}:${pad(wall.minute)}`;
      const back = momentOf(localDay(at, zone), time, zone);
      expect(wallTime(back, zone)).toEqual(wall);
      expect(back.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(at.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000);
    }),
    { numRuns: 2000 },
  );
});

test("the next local time is ahead, within a little more than a day, and shows that time where it exists", () => {
  const times = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);
  fc.assert(
    fc.property(minutes, times, fc.constantFrom(...zones), (after, time, zone) => {
      const next = nextLocalTime(after, time, zone);
      const day = localDay(next, zone);
      expect(next.getTime()).toBeGreaterThan(after.getTime());
      expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      if (existsLocally(day, time, zone))
        expect(minuteOfDay(next, zone)).toBe(minuteOfDay(momentOf(day, time, zone), zone));
    }),
    { numRuns: 1000 },
  );
});

test("quiet hours over midnight", () => {
  const quiet = { from: "21:00", to: "08:00" };
  const at = (time: string) => momentOf("2026-07-01", time, newYork);
  expect(
    ["20:59", "21:00", "23:59", "00:00", "07:59", "08:00"].map((time) => isWithin(quiet, at(time), newYork)),
  ).toEqual([...[false, true, true], ...[true, true, false]]);
  expect(afterQuietHours(quiet, at("22:00"), newYork)).toEqual(momentOf("2026-07-02", "08:00", newYork));
  expect(afterQuietHours(quiet, at("03:00"), newYork)).toEqual(at("08:00"));
  expect(afterQuietHours(quiet, at("12:00"), newYork)).toEqual(at("12:00"));
  expect(isWithin({ from: "09:00", to: "09:00" }, at("09:00"), newYork)).toBe(false);
});

test("quiet hours end at eight on both days on which clocks change", () => {
  const quiet = { from: "21:00", to: "08:00" };
  const spring = afterQuietHours(quiet, new Date("2026-03-08T04:00:00Z"), newYork);
  const autumn = afterQuietHours(quiet, new Date("2026-11-01T04:00:00Z"), newYork);
  expect([spring, autumn]).toEqual([new Date("2026-03-08T12:00:00Z"), new Date("2026-11-01T13:00:00Z")]);
});

test("days are counted over ends of months and leap years", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});

test("time zones are known by their names", () => {
  expect([kolkata, "UTC", "Mars/Olympus", ""].map(isTimeZone)).toEqual([true, true, false, false]);
});
