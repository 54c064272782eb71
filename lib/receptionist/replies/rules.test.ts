import { expect, it } from "vitest";
import { handOverNote, mustHandOver, unanswered, type WrittenLine } from "./rules";

const now = new Date("2026-11-20T15:00:00Z");
const line = (from: WrittenLine["from"], body: string, minutesAgo = 1): WrittenLine => ({
  ...{ id: "x", from, body },
  at: new Date(now.getTime() - minutesAgo * 60_000),
});
const chatter = Array.from({ length: 12 }, (_, index) => [
  line("customer", `message ${index}`),
  line("assistant", "ok"),
]).flat();

it.each<[string, WrittenLine[], ReturnType<typeof mustHandOver>]>([
  ["a question", [line("customer", "When are you open?")], null],
  ["wants a person", [line("customer", "can I talk to a real person please")], "asked"],
  ["wants a person, in Spanish", [line("customer", "quiero hablar con una persona")], "asked"],
  ["only a picture", [line("customer", " ")], "no_words"],
  ["the same twice", [line("customer", "Hi"), line("assistant", "Hello"), line("customer", "hi ")], null],
  [
    "the same three times",
    [
      ...[line("customer", "Out of office"), line("assistant", "Hello"), line("customer", "out of office")],
      ...[line("assistant", "Hello"), line("customer", "Out of office")],
    ],
    "repeating",
  ],
  ["twelve replies within the hour", [...chatter, line("customer", "and now?")], "endless"],
  [
    "twelve replies, yesterday",
    [...chatter.map((one) => ({ ...one, at: new Date(0) })), line("customer", "and now?")],
    null,
  ],
])("%s", (_what, lines, why) => {
  expect(mustHandOver(lines, now)).toBe(why);
});

it("takes what was written since the last answer as one thing said", () => {
  const lines = [
    line("customer", "Hi"),
    line("member", "Hello"),
    line("customer", "A cleaning"),
    line("customer", "on Monday "),
  ];
  expect(unanswered(lines)).toBe("A cleaning\non Monday");
  expect(unanswered([...lines, line("assistant", "Which time?")])).toBe("");
});

it("says in the note why a person is needed", () => {
  expect(handOverNote("asked")).toBe("The receptionist handed over: the customer asked for a person.");
  expect(handOverNote("refused", "It is night there.")).toMatch(/could not be sent\. It is night there\.$/);
});
