import { expect, test } from "vitest";
import { deviceWords, isHandheld, placeWords } from "./device-words";

const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15";

test.each([
  [`${mac} Chrome/142.0.0.0 Safari/537.36`, "Chrome on Mac", false],
  [`${mac} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, "Edge on Mac", false],
  [`${mac} Version/19.0 Safari/605.1.15`, "Safari on Mac", false],
  [`${phone} Version/19.0 Mobile/15E148 Safari/604.1`, "Safari on iPhone", true],
  [
    "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
    "Chrome on Android",
    true,
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Firefox on Windows",
    false,
  ],
  ["curl/8.9", "Unknown device", false],
  [null, "Unknown device", false],
])("%j is %s", (userAgent, words, held) => {
  expect(deviceWords(userAgent)).toBe(words);
  expect(isHandheld(userAgent)).toBe(held);
});

test("an address of this very machine is named so", () => {
  expect(["::1", "127.0.0.1", "198.51.100.7"].map(placeWords)).toEqual([
    "This computer",
    "This computer",
    "198.51.100.7",
  ]);
});
