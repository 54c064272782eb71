import { expect, test } from "vitest";
import type { Entry } from "@/lib/inbox/schema";
import { type EntriesData, mergeNewest } from "./patch-entries";

const entry = (minute: number, kind = "opened"): Entry => ({
  type: "event",
  id: `e${String(minute).padStart(2, "0")}`,
  kind,
  actor: { kind: "user", name: null },
  data: {},
  at: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString(),
});

const data = (...given: Entry[][]): EntriesData => ({
  pages: given.map((page) => ({ data: page, nextCursor: "older" })),
  pageParams: given.map(() => null),
});

const shape = (merged: EntriesData) =>
  merged.pages.map((page) => page.data.map((each) => `${each.id}${"kind" in each ? each.kind : ""}`));

test("what is new comes after what is known, what changed changes in place", () => {
  const merged = mergeNewest(data([entry(3), entry(4)], [entry(1), entry(2)]), {
    data: [entry(2, "closed"), entry(3), entry(4, "closed"), entry(5)],
    nextCursor: "older",
  });
  expect(shape(merged)).toEqual([
    ["e03opened", "e04closed", "e05opened"],
    ["e01opened", "e02closed"],
  ]);
});

test("a late entry with an earlier time stands at its time", () => {
  const merged = mergeNewest(data([entry(3), entry(5)]), {
    data: [entry(3), entry(4), entry(5)],
    nextCursor: null,
  });
  expect(shape(merged)).toEqual([["e03opened", "e04opened", "e05opened"]]);
});

test("after a gap the thread starts over, so that nothing is missing in between", () => {
  const merged = mergeNewest(data([entry(1), entry(2)]), { data: [entry(8), entry(9)], nextCursor: "older" });
  expect(shape(merged)).toEqual([["e08opened", "e09opened"]]);
  expect(merged.pages[0]?.nextCursor).toBe("older");
});
