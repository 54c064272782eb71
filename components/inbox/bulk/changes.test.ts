import { expect, test } from "vitest";
import type { ConversationRow } from "@/lib/inbox/schema";
import { assigning, closing, prioritising, reopening, tagging } from "./changes";

const row = {
  status: "open",
  priority: "normal",
  snoozedUntil: null,
  tags: ["vip"],
  assignee: { kind: "member", id: "m1", name: "Asha" },
} as ConversationRow;
const snoozed: ConversationRow = { ...row, status: "snoozed", snoozedUntil: "2026-11-23T09:00:00.000Z" };
const nobody = { kind: "nobody", id: null, name: null } as const;

test.each([
  [closing, row, { status: "closed" }, { status: "open" }],
  [closing, snoozed, { status: "closed" }, { status: "snoozed", until: snoozed.snoozedUntil }],
  [closing, { ...row, status: "closed" } as const, { status: "closed" }, { status: "closed" }],
  [reopening, { ...row, status: "closed" } as const, { status: "open" }, { status: "closed" }],
  [
    assigning(nobody, "nobody"),
    row,
    { assignee: nobodySent() },
    { assignee: { kind: "member", memberId: "m1" } },
  ],
  [prioritising("urgent"), row, { priority: "urgent" }, { priority: "normal" }],
  [tagging("spring"), row, { addTags: ["spring"] }, { removeTags: ["spring"] }],
  [tagging("vip"), row, { addTags: ["vip"] }, { removeTags: [] }],
])("%# is taken back by what was there before", (change, before, forward, back) => {
  expect(change.forward(before)).toEqual(forward);
  expect(change.back(before)).toEqual(back);
});

test("a tag is seen once, and said with the count", () => {
  expect(tagging("vip").shown(row)).toEqual({ tags: ["vip"] });
  expect(tagging("spring").shown(row)).toEqual({ tags: ["spring", "vip"] });
  expect(closing.words(1)).toBe("Closed 1 conversation");
  expect(tagging("spring").words(3)).toBe("Tagged 3 conversations “spring”");
});

function nobodySent() {
  return { kind: "nobody" };
}
