import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { libFolders } from "./layers";

test("lib/README.md writes the same order of folders", () => {
  const written = readFileSync("lib/README.md", "utf8").matchAll(/^\d+\. `([\w-]+)`/gm);
  expect([...written].map((match) => match[1])).toEqual(libFolders);
});

test("no folder stands twice in the order", () => {
  expect(new Set(libFolders).size).toBe(libFolders.length);
});
