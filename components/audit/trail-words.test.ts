import { expect, test } from "vitest";
import { detailLines, sentenceOfAction } from "./trail-words";

test("an action is words", () => {
  expect(sentenceOfAction("business.limits_changed")).toBe("Business limits changed");
});

test.each([
  [{ before: { dailyTextCap: 5 }, after: { dailyTextCap: 6 } }, ["Daily text cap: 5 → 6"]],
  [{ before: "active", after: "suspended", reason: "Unpaid" }, ["active → suspended", "Reason: Unpaid"]],
  [{ fields: ["name", "country"] }, ["Fields: name, country"]],
  [{ isNewOwner: true, note: null }, ["Is new owner: yes", "Note: –"]],
  [{}, []],
])("%j reads as %j", (detail, lines) => {
  expect(detailLines(detail)).toEqual(lines);
});
