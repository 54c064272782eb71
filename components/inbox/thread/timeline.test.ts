import { expect, test } from "vitest";
import type { ThreadEntry } from "@/components/inbox/data/join-outbox";
import type { MessageView } from "@/lib/messages/schema";
import { findUnreadStart, layTimeline } from "./timeline";

const message = (id: string, at: string, change: Partial<MessageView> = {}): ThreadEntry => ({
  key: id,
  entry: {
    type: "message",
    id,
    conversationId: "c",
    customerId: "k",
    direction: "inbound",
    channel: "sms",
    body: id,
    status: "received",
    error: null,
    author: { kind: "customer", id: "k", name: null },
    from: null,
    to: null,
    carrier: null,
    carrierSid: null,
    encoding: null,
    segments: 1,
    price: null,
    media: [],
    repeatedAs: null,
    location: null,
    at: `2026-11-${at}:00.000Z`,
    sentAt: null,
    deliveredAt: null,
    sendAt: null,
    suggestion: null,
    ...change,
  },
});

const ours = { direction: "outbound", author: { kind: "member", id: "me", name: null } } as const;
const dayOf = (at: string) => at.slice(0, 10);
const shape = (entries: ThreadEntry[], unreadFrom: string | null = null) =>
  layTimeline(entries, dayOf, unreadFrom).map((item) =>
    item.kind === "entry"
      ? `${item.entry.id}${item.isFirst ? " first" : ""}${item.isLast ? " last" : ""}`
      : item.kind,
  );

test("messages of one person in five minutes are one group, with its facts under the last", () => {
  expect(
    shape([
      message("a", "20T10:00"),
      message("b", "20T10:02"),
      message("c", "20T10:09"),
      message("d", "20T10:10", ours),
    ]),
  ).toEqual(["day", "a first", "b last", "c first last", "d first last"]);
});

test("a day and the border of the unread end a group", () => {
  expect(shape([message("a", "20T23:59"), message("b", "21T00:01"), message("c", "21T00:02")], "c")).toEqual([
    "day",
    "a first last",
    "day",
    "b first last",
    "unread",
    "c first last",
  ]);
});

test("a message in trouble shows its own facts", () => {
  const failed = message("a", "20T10:00", { ...ours, status: "failed" });
  expect(shape([failed, message("b", "20T10:01", ours)])).toEqual(["day", "a first last", "b first last"]);
});

test("the unread begin at the last so many of theirs", () => {
  const thread = [
    message("a", "20T10:00"),
    message("b", "20T10:01", ours),
    message("c", "20T10:02"),
    message("d", "20T10:03"),
  ];
  expect(findUnreadStart(thread, 2)).toBe("c");
  expect(findUnreadStart(thread, 0)).toBeNull();
  expect(findUnreadStart(thread, 9)).toBeNull();
});
