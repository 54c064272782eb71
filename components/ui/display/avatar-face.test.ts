import { expect, test } from "vitest";
import { avatarTint, initialsOf } from "./avatar-face";

test.each([
  ["Jordan Blake", "JB"],
  ["anna maria de souza", "AS"],
  ["Cher", "C"],
  ["Łukasz Żak", "ŁŻ"],
  ["प्रिया नायर", "पन"],
  ["+1 (415) 555-2671", ""],
  ["", ""],
  [null, ""],
])("the initials of %s are %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a name keeps its colour, whatever its spelling", () => {
  expect(avatarTint("Jordan Blake", 8)).toBe(avatarTint(" jordan blake ", 8));
});

test("many names use every colour", () => {
  const used = new Set(Array.from({ length: 200 }, (_, index) => avatarTint(`Customer ${index}`, 8)));
  expect(used.size).toBe(8);
});
