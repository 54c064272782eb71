import { expect, it } from "vitest";
import { judgeTalk, type TalkFacts } from "./talk-rules";

const twilio = { label: "Twilio", hasRelay: true, hasMedia: true };
const vobiz = { label: "Vobiz", hasRelay: false, hasMedia: true };
const fax = { label: "Fax", hasRelay: false, hasMedia: false };
const facts: TalkFacts = { carriers: [twilio], relays: ["Twilio"], model: "ready" };

const table: [what: string, given: Partial<TalkFacts>, relay: RegExp | boolean, stream: RegExp | boolean][] =
  [
    ["one number that can do all", {}, true, true],
    ["no number yet", { carriers: [] }, true, true],
    [
      "a number without a relay",
      { carriers: [vobiz] },
      /^Vobiz cannot .* get a number of Twilio first/,
      true,
    ],
    ["numbers of which one has a relay", { carriers: [twilio, vobiz] }, true, true],
    ["a number without sound", { carriers: [fax] }, /^Fax cannot stream words/, /^Fax cannot stream sound/],
    ["no model", { model: "missing" }, true, /OPENAI_API_KEY/],
    ["a model that is switched off", { model: "switched_off" }, true, /super admin/],
  ];

it.each(table)("%s", (_what, given, relay, stream) => {
  const choices = judgeTalk({ ...facts, ...given });
  expect(choices.gather).toEqual({ isPossible: true, note: null });
  for (const [choice, wanted] of [
    [choices.relay, relay],
    [choices.stream, stream],
  ] as const) {
    expect(choice.isPossible).toBe(wanted === true);
    if (wanted instanceof RegExp) expect(choice.note).toMatch(wanted);
  }
});

it("says which numbers answer in turns all the same", () => {
  expect(judgeTalk({ ...facts, carriers: [twilio, vobiz] }).relay.note).toBe(
    "Numbers of Vobiz answer in turns.",
  );
});
