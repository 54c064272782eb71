import { expect, test } from "vitest";
import { fixedClock, systemClock } from "./clock";

test("a fixed clock stands still until it is moved", () => {
  const clock = fixedClock("2026-03-08T06:59:00Z");
  expect(clock.now().toISOString()).toBe("2026-03-08T06:59:00.000Z");
  clock.advance(60_000);
  expect(clock.now().toISOString()).toBe("2026-03-08T07:00:00.000Z");
  clock.set(new Date(0));
  expect(clock.now().getTime()).toBe(0);
});

test("a date handed out is the receiver's own", () => {
  const clock = fixedClock(new Date(1000));
  clock.now().setTime(5);
  expect(clock.now().getTime()).toBe(1000);
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
});
