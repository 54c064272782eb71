import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./csv";

test.each([
  ['=HYPERLINK("http://evil.test")', `"'=HYPERLINK(""http://evil.test"")"`],
  ["+12065550123", "'+12065550123"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["plain, with comma", '"plain, with comma"'],
  ["", ""],
])("the text %j stands in a file as %j", (text, written) => {
  expect(csvOf(["a"], [[text]])).toBe(`a\r\n${written}`);
});

test("numbers stay numbers, and what is not known stays empty", () => {
  expect(csvOf(["a", "b"], [[-1.5, null]])).toBe("a,b\r\n-1.5,");
});

test("no text becomes a formula or breaks out of its field", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = csvOf(["a"], [[text]]).slice(3);
      expect(line.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
      expect((line.match(/"/g) ?? []).length % 2).toBe(0);
    }),
  );
});
