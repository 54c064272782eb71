import { expect, test } from "vitest";
import { excerptAround, marksIn } from "./excerpt";

const hits = (text: string, words: string) =>
  marksIn(text, words)
    .filter((part) => part.isHit)
    .map((part) => part.text);

test.each([
  ["Where is my Crown?", "crown", ["Crown"]],
  ["price list, prices", "price list", ["price", "list", "price"]],
  ["1 + 1 (really?)", "(really?)", ["(really?)"]],
  ["Größe und größe", "größe", ["Größe", "größe"]],
  ["a b", "a", []],
  ["nothing", "", []],
])("in %o, %o marks %o", (text, words, expected) => {
  expect(hits(text, words)).toEqual(expected);
  expect(
    marksIn(text, words)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});

test("a long text begins shortly before the hit", () => {
  const text = `${"many words ".repeat(20)}and then the crown came`;
  expect(excerptAround(text, "crown")).toBe("…many words many words and then the crown came");
  expect(excerptAround("the crown", "crown")).toBe("the crown");
});
