import { expect, it } from "vitest";
import { decodeSpoken, encodeSpoken, FRAME_BYTES, silentFrame } from "./spoken-bytes";

it("carries words in whole frames of sound", () => {
  const sound = encodeSpoken("नमस्ते, hello", 1.5);
  expect(sound.length % FRAME_BYTES).toBe(0);
  expect(sound.length).toBeGreaterThanOrEqual(12_000);
  expect(decodeSpoken(Buffer.concat([silentFrame(), sound, encodeSpoken("again", 0.1)]))).toEqual([
    "नमस्ते, hello",
    "again",
  ]);
});

it("finds nothing in silence or in a torn piece", () => {
  expect(decodeSpoken(silentFrame())).toEqual([]);
  expect(decodeSpoken(encodeSpoken("hello", 1).subarray(0, 8))).toEqual([]);
});
