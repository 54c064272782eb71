import { expect, test } from "vitest";
import { actionsOf, sentencesOf } from "./actions";

const said = (text: string) => [{ speaker: "assistant" as const, text }];

test("a title is no end of a sentence", () => {
  expect(
    sentencesOf(said("Ask for Dr. Patel or Mrs. Hart. They are here until 5 p.m. See you!"), "assistant"),
  ).toEqual(["Ask for Dr. Patel or Mrs. Hart.", "They are here until 5 p.m.", "See you!"]);
});

test("what was booked is told in the words that the caller heard", () => {
  const turns = said("Done: your exam on Tuesday at 10 with Dr. Patel is booked. Anything else?");
  const tools = [{ name: "book_appointment", ok: true }];
  const told = actionsOf({ tools, turns, language: "en-US", outcome: null });
  expect(told).toEqual([
    { kind: "booked", text: "Done: your exam on Tuesday at 10 with Dr. Patel is booked." },
  ]);
});
