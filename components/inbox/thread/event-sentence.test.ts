import { expect, test } from "vitest";
import type { EventEntry } from "@/lib/inbox/schema";
import { eventSentence } from "./event-sentence";

const reader = {
  ownName: "Anika Patel",
  members: [
    { id: "m1", userId: "u1", name: "Anika Patel" },
    { id: "m2", userId: "u2", name: "Olivia Hart" },
  ],
  zone: "America/New_York",
};

const event = (
  kind: string,
  data: Record<string, unknown> = {},
  name: string | null = "Olivia Hart",
): EventEntry => ({
  type: "event",
  id: "e",
  kind,
  actor: { kind: name ? "user" : "carrier", name },
  data,
  at: "2026-11-20T10:00:00.000Z",
});

test.each([
  [event("opened", { number: 1042 }), "Conversation #1042 opened"],
  [event("closed", {}, "Anika Patel"), "You closed the conversation"],
  [event("reopened", { by: "customer" }, null), "Opened again by a new message"],
  [event("assigned", { to: "member", memberId: "m1" }), "Olivia Hart assigned this to you"],
  [event("assigned", { to: "member", memberId: "m2" }), "Olivia Hart took this"],
  [event("assigned", { to: "assistant" }, "Anika Patel"), "You handed this to the receptionist"],
  [event("priority_changed", { priority: "high" }), "Olivia Hart set the priority to high"],
  [event("woke", { by: "timer" }, null), "Back from snoozing"],
  [event("something_new"), "something new"],
])("%o is told as %s", (given, sentence) => {
  expect(eventSentence(given, reader)).toBe(sentence);
});
