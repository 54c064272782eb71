import { expect, test } from "vitest";
import { badgeText } from "./badge-text";

test.each([
  [undefined, ""],
  [0, ""],
  [-1, ""],
  [7, "7"],
  [99, "99"],
  [100, "99+"],
])("a count of %s reads as %j", (count, text) => {
  expect(badgeText(count)).toBe(text);
});
