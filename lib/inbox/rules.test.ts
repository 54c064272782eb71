import { describe, expect, it, test } from "vitest";
import { belongsTo, compareRows, obstacleOn, snoozeChoices } from "./rules";
import type { ConversationRow } from "./schema";

const row: ConversationRow = {
  id: "b",
  number: 1001,
  status: "open",
  priority: "normal",
  customerId: "c",
  customerName: "Jordan",
  customerAddress: "+14155552671",
  assignee: { kind: "nobody", id: null, name: null },
  lastEntryAt: "2026-11-20T10:00:00.000Z",
  preview: "Hi",
  lastChannel: "sms",
  lastDirection: "inbound",
  lastAuthor: null,
  unread: 0,
  hasFailed: false,
  snoozedUntil: null,
  tags: [],
};

describe("a row belongs to a list", () => {
  test.each([
    [{}, { tab: "open" }, true],
    [{ status: "pending" }, { tab: "open" }, true],
    [{ status: "closed" }, { tab: "open" }, false],
    [{ status: "closed" }, { tab: "closed" }, true],
    [{ status: "snoozed" }, { tab: "snoozed" }, true],
    [{ assignee: { kind: "member", id: "me", name: "Me" } }, { tab: "mine" }, true],
    [{}, { tab: "mine" }, false],
    [{}, { tab: "open", channel: "whatsapp" }, false],
    [{ priority: "high" }, { tab: "open", priority: "high" }, true],
    [{}, { tab: "open", unread: true }, false],
    [{ unread: 2 }, { tab: "open", unread: true }, true],
    [{}, { tab: "open", assignee: "nobody" }, true],
    [{ assignee: { kind: "assistant", id: null, name: null } }, { tab: "open", assignee: "assistant" }, true],
    [{}, { tab: "open", assignee: "me" }, false],
  ] as const)("%o in %o: %s", (change, filter, expected) => {
    expect(belongsTo({ ...row, ...change } as ConversationRow, filter, "me")).toBe(expected);
  });

  it("stands where its time puts it", () => {
    const later = { ...row, id: "a", lastEntryAt: "2026-11-20T11:00:00.000Z" };
    expect([row, later, { ...row, id: "c" }].sort(compareRows).map(({ id }) => id)).toEqual(["a", "c", "b"]);
  });
});

describe("what stands in the way of a channel", () => {
  const now = new Date("2026-11-20T10:00:00Z");
  const reachable = {
    addresses: { sms: "+14155552671", whatsapp: "whatsapp:+14155552671" },
    isOptedOut: false,
    whatsappWindowEndsAt: "2026-11-20T10:00:01Z",
  };
  const senders = [
    { numberId: "n", e164: "+15005550006", label: "", kinds: ["sms", "whatsapp"] as ("sms" | "whatsapp")[] },
  ];
  test.each([
    ["sms", {}, null],
    ["whatsapp", {}, null],
    ["whatsapp", { whatsappWindowEndsAt: "2026-11-20T10:00:00Z" }, "window_closed"],
    ["whatsapp", { whatsappWindowEndsAt: null }, "window_closed"],
    ["sms", { whatsappWindowEndsAt: null }, null],
    ["sms", { isOptedOut: true }, "opted_out"],
    ["sms", { addresses: { sms: null, whatsapp: "whatsapp:x" } }, "no_address"],
  ] as const)("%s with %o: %s", (channel, change, kind) => {
    expect(obstacleOn(channel, { ...reachable, ...change }, senders, now)?.kind ?? null).toBe(kind);
  });

  it("is also a missing number of ours", () => {
    expect(obstacleOn("sms", reachable, [], now)).toEqual({ kind: "no_sender" });
  });
});

describe("snoozing", () => {
  const at = (time: string, zone: string) =>
    snoozeChoices(new Date(time), zone).map(({ label, until }) => [label, until.toISOString()]);

  it("offers three hours on, tomorrow and Monday at nine on the business's clock", () => {
    expect(at("2026-11-20T15:20:00Z", "America/New_York")).toEqual([
      ["Later today", "2026-11-20T18:00:00.000Z"],
      ["Tomorrow", "2026-11-21T14:00:00.000Z"],
      ["Next week", "2026-11-23T14:00:00.000Z"],
    ]);
  });

  it("leaves today out at night, and keeps nine o'clock over a change of the clocks", () => {
    expect(at("2027-03-14T02:30:00Z", "America/New_York")).toEqual([
      ["Tomorrow", "2027-03-14T13:00:00.000Z"],
      ["Next week", "2027-03-15T13:00:00.000Z"],
    ]);
  });

  it("means the Monday after when today is one", () => {
    expect(at("2026-11-23T04:00:00Z", "Asia/Kolkata").at(-1)).toEqual([
      "Next week",
      "2026-11-30T03:30:00.000Z",
    ]);
  });
});
