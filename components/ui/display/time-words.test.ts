import { describe, expect, test } from "vitest";
import { clockWords, fullWords, timeWords } from "./time-words";

const now = new Date("2026-11-20T15:00:00Z");

describe("short", () => {
  test.each([
    ["2026-11-20T14:59:30Z", "now"],
    ["2026-11-20T14:56:00Z", "4 min"],
    ["2026-11-20T12:30:00Z", "2 h"],
    ["2026-11-20T15:10:00Z", "in 10 min"],
    ["2026-11-19T20:00:00Z", "Yesterday"],
    ["2026-11-19T10:00:00Z", "Yesterday"],
    ["2026-11-17T10:00:00Z", "Tue"],
    ["2026-11-13T10:00:00Z", "13 Nov"],
    ["2026-11-21T18:00:00Z", "Tomorrow"],
    ["2026-11-24T10:00:00Z", "24 Nov"],
    ["2025-10-12T10:00:00Z", "12 Oct 2025"],
  ])("%s is %s", (at, words) => {
    expect(timeWords(new Date(at), now, "UTC")).toBe(words);
  });

  test("a day begins where the reader is", () => {
    const at = new Date("2026-11-19T02:00:00Z");
    expect(timeWords(at, now, "UTC")).toBe("Yesterday");
    expect(timeWords(at, now, "America/New_York")).toBe("Wed");
  });
});

test("long adds the time of day and names a foreign zone", () => {
  const at = new Date("2026-11-17T10:00:00Z");
  expect(timeWords(at, now, "UTC", "long")).toBe("Tue 10:00");
  expect(timeWords(at, now, "Asia/Kolkata", "long", "UTC")).toBe("Tue 15:30 IST");
});

describe("the time of day", () => {
  test.each([
    ["2026-07-01T13:41:00Z", "America/New_York", "09:41 EDT"],
    ["2026-12-01T14:41:00Z", "America/New_York", "09:41 EST"],
    ["2026-12-01T14:41:00Z", "UTC", "14:41"],
    ["2026-12-01T14:41:00Z", "Europe/London", "14:41"],
    ["2026-07-01T14:41:00Z", "Europe/London", "15:41 BST"],
  ])("%s in %s for a reader in UTC is %s", (at, zone, words) => {
    expect(clockWords(new Date(at), zone, "UTC")).toBe(words);
  });

  test("in full", () => {
    expect(fullWords(new Date("2026-11-24T10:00:00Z"), "UTC")).toBe("Tuesday 24 November 2026, 10:00 UTC");
  });
});
