import fc from "fast-check";
import { expect, test } from "vitest";
import { countSegments } from "./segments";

test.each([
  ["empty", "", "gsm7", 1],
  ["160 letters", "a".repeat(160), "gsm7", 1],
  ["161 letters", "a".repeat(161), "gsm7", 2],
  ["306 letters", "a".repeat(306), "gsm7", 2],
  ["307 letters", "a".repeat(307), "gsm7", 3],
  ["80 euro signs", "€".repeat(80), "gsm7", 1],
  ["81 euro signs", "€".repeat(81), "gsm7", 2],
  ["152 letters and an escaped one at the border", `${"a".repeat(152)}€${"a".repeat(151)}`, "gsm7", 2],
  ["the same with one letter more", `${"a".repeat(152)}€${"a".repeat(152)}`, "gsm7", 3],
  ["68 letters and an emoji", `${"a".repeat(68)}😀`, "ucs2", 1],
  ["69 letters and an emoji", `${"a".repeat(69)}😀`, "ucs2", 2],
  ["66 letters, an emoji that would be split, 65 letters", `${"a".repeat(66)}😀${"a".repeat(65)}`, "ucs2", 2],
  ["the same with one letter more", `${"a".repeat(66)}😀${"a".repeat(66)}`, "ucs2", 3],
  ["70 Hindi units", "न".repeat(70), "ucs2", 1],
  ["71 Hindi units", "न".repeat(71), "ucs2", 2],
])("%s", (_what, body, encoding, segments) => {
  expect(countSegments(body)).toMatchObject({ encoding, segments });
});

test("the first character that forces UCS-2 is named", () => {
  expect(countSegments("It’s fine ✓")).toMatchObject({ encoding: "ucs2", forcedBy: "’" });
  expect(countSegments("ok 😀")).toMatchObject({ forcedBy: "😀", characters: 4, units: 5, remaining: 65 });
  expect(countSegments("It's fine")).not.toHaveProperty("forcedBy");
  expect(countSegments("`")).toMatchObject({ encoding: "ucs2" });
});

test("the whole alphabet of GSM 03.38 has 128 places, the escape among them, and ten escaped characters", () => {
  const all = Array.from({ length: 0xffff }, (_none, code) => String.fromCharCode(code));
  const gsm = all.filter((character) => countSegments(character).encoding === "gsm7");
  const widths = gsm.map((character) => countSegments(character).units);
  expect(widths.filter((width) => width === 1)).toHaveLength(127);
  expect(widths.filter((width) => width === 2)).toHaveLength(10);
});

/** Lays one segment after the other; the slow way to the same number. */
function layOut(body: string): number {
  const widthOf = (character: string) => {
    const { encoding, units } = countSegments(character);
    return encoding === "gsm7" ? units : character.length;
  };
  const isGsm = [...body].every((character) => countSegments(character).encoding === "gsm7");
  const widths = [...body].map(isGsm ? widthOf : (character) => character.length);
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= (isGsm ? 160 : 70)) return 1;
  const segments: number[] = [0];
  for (const width of widths) {
    const last = segments.length - 1;
    if ((segments[last] ?? 0) + width <= (isGsm ? 153 : 67)) segments[last] = (segments[last] ?? 0) + width;
    else segments.push(width);
  }
  return segments.length;
}

test("agrees with laying the message out segment by segment", () => {
  const characters = fc.oneof(fc.constantFrom("a", "€", "{", "é", "\n"), fc.constantFrom("😀", "न", "’"));
  const gsmOnly = fc.array(fc.constantFrom("a", "€", "{", "é", "\n"), { maxLength: 500 });
  fc.assert(
    fc.property(fc.oneof(gsmOnly, fc.array(characters, { maxLength: 300 })), (parts) => {
      const body = parts.join("");
      const count = countSegments(body);
      expect(count.segments).toBe(layOut(body));
      expect(count.remaining).toBeGreaterThanOrEqual(0);
      expect(count.remaining).toBeLessThanOrEqual(count.perSegment);
    }),
  );
});
