import { expect, test } from "vitest";
import type { MessageView } from "@/lib/messages/schema";
import { joinOutbox } from "./join-outbox";
import type { Outgoing } from "./outbox";

const message: MessageView = {
  type: "message",
  id: "m1",
  conversationId: "c",
  customerId: "k",
  direction: "outbound",
  channel: "sms",
  body: "Hello",
  status: "queued",
  error: null,
  author: { kind: "member", id: "me", name: "Me" },
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
  at: "2026-11-20T10:00:05.000Z",
  sentAt: null,
  deliveredAt: null,
  sendAt: null,
  suggestion: null,
};

const outgoing: Outgoing = {
  key: "local",
  conversationId: "c",
  channel: "sms",
  body: "Hello",
  media: [],
  at: "2026-11-20T10:00:04.000Z",
  state: "sending",
};

const keysOf = (entries: MessageView[], outbox: Outgoing[]) =>
  joinOutbox(entries, outbox, "me").map(({ key, entry }) => [key, entry.id]);

test("what is being sent stands at the end", () => {
  expect(keysOf([{ ...message, id: "old", body: "Before" }], [outgoing])).toEqual([
    ["old", "old"],
    ["local", "local"],
  ]);
});

test("a message that the server shows before it answered is the same one, under the same key", () => {
  expect(keysOf([message], [outgoing])).toEqual([["local", "m1"]]);
});

test.each([
  ["a colleague's", { author: { kind: "member", id: "other", name: null } }],
  ["another channel's", { channel: "whatsapp" as const }],
  ["an older", { at: "2026-11-20T09:00:00.000Z" }],
  ["another text", { body: "Goodbye" }],
])("%s message is not taken for it", (_, change) => {
  expect(keysOf([{ ...message, ...change }], [outgoing])).toHaveLength(2);
});

test("two equal texts stay two", () => {
  const again = { ...outgoing, key: "again" };
  expect(keysOf([message], [outgoing, again])).toEqual([
    ["local", "m1"],
    ["again", "again"],
  ]);
  expect(keysOf([message, { ...message, id: "m2" }], [outgoing, again])).toEqual([
    ["local", "m1"],
    ["again", "m2"],
  ]);
});

test("once the server named it, only that message is it", () => {
  expect(keysOf([message], [{ ...outgoing, sentAs: "m9" }])).toHaveLength(2);
});
