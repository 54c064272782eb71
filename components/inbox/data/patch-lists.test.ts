import { expect, test } from "vitest";
import type { ConversationRow } from "@/lib/inbox/schema";
import { type ListData, placeRows } from "./patch-lists";

const row = (id: string, minute: number, change: Partial<ConversationRow> = {}): ConversationRow => ({
  id,
  number: 1,
  status: "open",
  priority: "normal",
  customerId: id,
  customerName: id,
  customerAddress: null,
  assignee: { kind: "nobody", id: null, name: null },
  lastEntryAt: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString(),
  preview: "",
  lastChannel: "sms",
  lastDirection: "inbound",
  lastAuthor: null,
  unread: 0,
  hasFailed: false,
  snoozedUntil: null,
  tags: [],
  ...change,
});

const pages = (isEnd: boolean, ...given: ConversationRow[][]): ListData => ({
  pages: given.map((data, index) => ({
    data,
    nextCursor: isEnd && index === given.length - 1 ? null : `after ${index}`,
  })),
  pageParams: given.map(() => null),
});

const place = (data: ListData, ...rows: ConversationRow[]) =>
  placeRows(data, rows, { tab: "open" }, "me").pages.map((page) => page.data.map(({ id }) => id));

const loaded = pages(false, [row("a", 50), row("b", 40)], [row("c", 30), row("d", 20)]);

test("news move a row to the top", () => {
  expect(place(loaded, row("d", 55))).toEqual([["d", "a", "b"], ["c"]]);
});

test("somebody new stands where their time puts them", () => {
  expect(place(loaded, row("new", 35))).toEqual([
    ["a", "b"],
    ["new", "c", "d"],
  ]);
});

test("a row that no longer fits the tab leaves it", () => {
  expect(place(loaded, row("b", 56, { status: "closed" }))).toEqual([["a"], ["c", "d"]]);
});

test("what is older than everything loaded waits for its page, unless all is loaded", () => {
  expect(place(loaded, row("old", 1))).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  const all = pages(true, [row("a", 50)], [row("b", 40)]);
  expect(place(all, row("old", 1))).toEqual([["a"], ["b", "old"]]);
});

test("the first conversation of an empty list", () => {
  expect(place(pages(true, []), row("first", 1))).toEqual([["first"]]);
});

test("several at once keep the order", () => {
  expect(place(loaded, row("x", 51), row("y", 52), row("c", 53))).toEqual([["c", "y", "x", "a", "b"], ["d"]]);
});
