import { describe, expect, test } from "vitest";
import { keysOf, matchesHotkey } from "./hotkey";

const plain = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false };

describe("a key press", () => {
  test.each([
    [{ ...plain, key: "e" }, "e", true],
    [{ ...plain, key: "E", shiftKey: true }, "e", false],
    [{ ...plain, key: "E", shiftKey: true }, "Shift+E", true],
    [{ ...plain, key: "e", ctrlKey: true }, "e", false],
    [{ ...plain, key: "k", ctrlKey: true }, "Mod+K", true],
    [{ ...plain, key: "k", metaKey: true }, "Mod+K", true],
    [{ ...plain, key: "k" }, "Mod+K", false],
    [{ ...plain, key: "?", shiftKey: true }, "?", true],
    [{ ...plain, key: "/" }, "/", true],
    [{ ...plain, key: "Enter", ctrlKey: true }, "Mod+Enter", true],
    [{ ...plain, key: "e", altKey: true }, "e", false],
  ])("%o against %s: %s", (press, hotkey, matches) => {
    expect(matchesHotkey(press, hotkey)).toBe(matches);
  });
});

test("a hotkey is drawn key by key", () => {
  expect(keysOf("Mod+Shift+K")).toEqual(["Mod", "Shift", "K"]);
});
