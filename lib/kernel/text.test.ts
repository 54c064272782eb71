import fc from "fast-check";
import { expect, test } from "vitest";
import { sanitizeSpeech, storableText, stripForbiddenXml, truncate } from "./text";

/** The characters that XML 1.0 allows (production [2]), written the other way round than the code does. */
const isXmlChar = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;

const wild = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "\u0000",
      "\u0008",
      "\u001f",
      "\ufffe",
      "\uffff",
      "\ud800",
      "\udc00",
      "😀",
      "<",
      "&",
      "e\u0301",
    ),
    fc.string({ unit: "binary", maxLength: 2 }),
  ),
});

test("what is left can stand in XML, and what may stay stays", () => {
  fc.assert(
    fc.property(wild, (text) => {
      const left = stripForbiddenXml(text);
      expect([...left].every((character) => isXmlChar(character.codePointAt(0) ?? 0))).toBe(true);
      expect(left.isWellFormed()).toBe(true);
    }),
  );
  expect(stripForbiddenXml("a\u0000b\tc <b> & 😀")).toBe("ab\tc <b> & 😀");
});

test("speech is one line of composed letters, capped", () => {
  expect(sanitizeSpeech("  Cafe\u0301\n\n is\u0007 open \ud800 ")).toBe("Café is open \ufffd");
  expect(sanitizeSpeech("x".repeat(70_000))).toHaveLength(3000);
  fc.assert(
    fc.property(wild, fc.nat(20), (text, longest) => {
      const speech = sanitizeSpeech(text, longest);
      expect(speech.length).toBeLessThanOrEqual(longest);
      expect(speech.isWellFormed()).toBe(true);
    }),
  );
});

test("stored text has no NUL and no half characters", () => {
  expect(storableText("a\u0000b\udc00", 10)).toBe("ab\ufffd");
  fc.assert(
    fc.property(wild, fc.nat(20), (text, longest) => {
      const stored = storableText(text, longest);
      expect(stored).not.toContain("\u0000");
      expect(stored.isWellFormed()).toBe(true);
      expect(stored.length).toBeLessThanOrEqual(longest);
    }),
  );
});

test("a cut never halves an emoji", () => {
  expect(truncate("ab😀", 3)).toBe("ab");
  expect(truncate("ab😀", 4)).toBe("ab😀");
  expect(truncate("abc", 2)).toBe("ab");
  expect(truncate("😀", 0)).toBe("");
});
