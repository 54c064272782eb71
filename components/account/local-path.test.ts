import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each([
  ["/inbox/42?tab=mine#last", "/inbox/42?tab=mine#last"],
  ["/", "/"],
  ["https://evil.test/", "/"],
  ["//evil.test", "/"],
  ["/\\evil.test", "/"],
  ["/\t/evil.test", "/"],
  ["javascript:alert(1)", "/"],
  ["inbox", "/"],
  ["", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("%j leads to %s", (wanted, path) => {
  expect(localPath(wanted)).toBe(path);
});
