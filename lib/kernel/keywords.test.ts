import fc from "fast-check";
import { expect, test } from "vitest";
import { readKeyword } from "./keywords";

const stops = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];

test.each([
  ...stops.map((word) => [word, "stop"] as const),
  ...["START", "UNSTOP", "YES"].map((word) => [word, "start"] as const),
  ...["HELP", "INFO"].map((word) => [word, "help"] as const),
  ["  stop\n", "stop"],
  ["Stop.", "stop"],
  ["“STOP!!”", "stop"],
  ["STOP 🛑", "stop"],
  ["Ｓｔｏｐ", "stop"],
  ["opt-out", "stop"],
  ["Opt out", "stop"],
  ["STOP ALL", "stop"],
  ["\u200eSTOP\u200f", "stop"],
  ["yes!", "start"],
  ["help?", "help"],
  ["बंद करो", "stop"],
  ["शुरू", "start"],
  ["मदद।", "help"],
] as const)("%j reads as %s", (body, keyword) => {
  expect(readKeyword(body)).toBe(keyword);
});

test.each([
  "we must STOP this leak",
  "please stop",
  "stop by tomorrow",
  "STOP 2",
  "can you cancel my appointment",
  "yes please",
  "unstoppable",
  "helpful",
  "s top",
  "🛑",
  "",
  " ",
  "?",
])("%j reads as nothing", (body) => {
  expect(readKeyword(body)).toBeNull();
});

test("letters before or after a keyword make it an ordinary message", () => {
  const letters = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.constantFrom(...stops), letters, letters, (word, before, after) => {
      expect(readKeyword(`${before} ${word} ${after}`)).toBeNull();
    }),
  );
});

test("white space, case and punctuation around a keyword change nothing", () => {
  const around = fc.string({ unit: fc.constantFrom(" ", "\n", "!", ".", '"', "…", "\t", "'"), maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...stops), around, around, fc.boolean(), (word, before, after, isLower) => {
      expect(readKeyword(before + (isLower ? word.toLowerCase() : word) + after)).toBe("stop");
    }),
  );
});
