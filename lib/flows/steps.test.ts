import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkFlow } from "./graph/link";
import type { Around, FlowInput } from "./graph/schema";
import type { Choice, FlowGraph, Step } from "./graph/step";
import { beginFlow, interpret } from "./steps/interpret";
import { anyAround, playCall } from "./testing";

const anna = "00000000-0000-7000-8000-00000000000a";
const ben = "00000000-0000-7000-8000-00000000000b";
const targets = {
  [anna]: { label: "Anna", e164: "+12015550147" },
  [ben]: { label: "Ben", e164: "+12015550148" },
};

const press = (digits: string): FlowInput => ({ kind: "heard", text: "", digits });
const speak = (text: string): FlowInput => ({ kind: "heard", text, digits: "" });
const silence = press("");
const nobody: FlowInput = { kind: "dialed", isBridged: false };
const taken: FlowInput = { kind: "dialed", isBridged: true };

/** A flow of one step under test whose ways out say where they lead. */
function around(step: Step, ...ends: string[]): FlowGraph {
  const said = ends.map((id) => [id, { kind: "hang_up", text: `Came to ${id}.` }] as const);
  return { start: "step", steps: { step, ...Object.fromEntries(said) } };
}

const menu: Step = {
  ...{ kind: "menu", prompt: "Press 1 for sales.", hears: true, tries: 2, noInput: "none" },
  choices: [
    { key: "1", label: "Sales", words: ["buy something"], next: "sales" },
    { key: "#", label: "Hours", words: [], next: "hours" },
  ],
};
const collect: Step = {
  ...{ kind: "collect", prompt: "Your account number?", as: "account", by: "both", mostDigits: 6, tries: 2 },
  ...{ next: "say", noInput: "none" },
};
const at = (given: Partial<Around>) => given;

describe("one step", () => {
  const ring: Step = { kind: "ring", targetIds: [anna, ben], seconds: 15, noAnswer: "none" };
  const transfer: Step = { kind: "transfer", to: "+442079460018", seconds: 20, noAnswer: "none" };
  const hours: Step = { kind: "hours", open: "open", closed: "closed", holiday: "holiday" };
  const night: Step = {
    ...{ kind: "condition", yes: "yes", no: "no" },
    test: { about: "time", days: [5], from: "22:00", to: "06:00" },
  };
  const known: Step = { kind: "condition", test: { about: "caller", is: "known" }, yes: "yes", no: "no" };
  const abroad: Step = {
    kind: "condition",
    test: { about: "country", countries: ["IN"] },
    yes: "yes",
    no: "no",
  };
  const caller = { address: "+12015550123", country: "US", isKnown: false };

  const table: [what: string, step: Step, inputs: FlowInput[], last: string, given?: Partial<Around>][] = [
    ["a menu asks", menu, [], "ask Press 1 for sales."],
    ["a menu goes by the key", menu, [press("1")], "say Came to sales.; hang_up"],
    ["a menu knows the pound key", menu, [press("#")], "say Came to hours.; hang_up"],
    ["a menu hears the label", menu, [speak("Sales, please")], "say Came to sales.; hang_up"],
    ["a menu hears other words", menu, [speak("I'd like to buy something")], "say Came to sales.; hang_up"],
    ["a menu hears a spoken key", menu, [speak("one")], "say Came to sales.; hang_up"],
    [
      "a menu does not hear half a word",
      menu,
      [speak("salesman")],
      "ask Sorry, I didn't catch that. Press 1 for sales.",
    ],
    ["a menu asks again", menu, [press("7")], "ask Sorry, I didn't catch that. Press 1 for sales."],
    ["a menu gives up", menu, [silence, silence], "say Came to none.; hang_up"],
    [
      "a menu without ears does not listen",
      { ...menu, hears: false } as Step,
      [speak("sales")],
      "ask Sorry, I didn't catch that. Press 1 for sales.",
    ],
    ["a question keeps digits", collect, [press("4711")], "say You gave 4711.; hang_up"],
    ["a question keeps words", collect, [speak("forty seven")], "say You gave forty seven.; hang_up"],
    ["a question gives up", collect, [silence, silence], "say Came to none.; hang_up"],
    ["people ring in turn", ring, [nobody], "say I'm putting you through now.; dial +12015550148"],
    [
      "people ring together",
      { ...ring, order: "together" } as Step,
      [],
      "say I'm putting you through now.; dial +12015550147 +12015550148",
    ],
    ["nobody answers", ring, [nobody, nobody], "say Came to none.; hang_up"],
    [
      "nobody answers together",
      { ...ring, order: "together" } as Step,
      [nobody],
      "say Came to none.; hang_up",
    ],
    ["somebody takes it", ring, [taken], "hang_up"],
    ["nobody can be rung", ring, [], "say Came to none.; hang_up", at({ targets: {} })],
    ["puts through outside", transfer, [], "say I'm putting you through now.; dial +442079460018"],
    ["comes back from outside", transfer, [nobody], "say Came to none.; hang_up"],
    ["open", hours, [], "say Came to open.; hang_up"],
    ["closed", hours, [], "say Came to closed.; hang_up", at({ isOpen: false })],
    ["holiday", hours, [], "say Came to holiday.; hang_up", at({ isOpen: false, isHoliday: true })],
    ["Friday night", night, [], "say Came to yes.; hang_up", at({ minute: 23 * 60 })],
    [
      "Saturday before dawn is Friday night",
      night,
      [],
      "say Came to yes.; hang_up",
      at({ weekday: 6, minute: 60 }),
    ],
    ["Friday before dawn is not", night, [], "say Came to no.; hang_up", at({ minute: 60 })],
    ["unknown caller", known, [], "say Came to no.; hang_up"],
    ["known caller", known, [], "say Came to yes.; hang_up", at({ caller: { ...caller, isKnown: true } })],
    ["from abroad", abroad, [], "say Came to yes.; hang_up", at({ caller: { ...caller, country: "IN" } })],
    [
      "plays a sound",
      { kind: "play", url: "https://x.example/a.mp3", next: "then" },
      [],
      "play; say Came to then.; hang_up",
    ],
  ];

  it.each(table)("%s", (_what, step, inputs, last, given) => {
    const flow = around(step, "sales", "hours", "none", "open", "closed", "holiday", "yes", "no", "then");
    flow.steps.say = { kind: "hang_up", text: "You gave {account}." };
    expect(playCall(flow, inputs, { targets, ...given }).lines.at(-1)).toBe(last);
  });

  it("texts the caller with what was given, and says so to whoever plays it", () => {
    const flow = around(collect, "none");
    flow.steps.say = { kind: "text", body: "We noted {account} and {nothing}.", next: "none" };
    expect(playCall(flow, [press("12")]).texts).toEqual(["We noted 12 and {nothing}."]);
  });
});

describe("why a call is missed, if the caller hangs up where it stands", () => {
  const closed: FlowGraph = {
    start: "hours",
    steps: {
      hours: { kind: "hours", open: "menu", closed: "menu" },
      menu: { ...menu, noInput: "ring" } as Step,
      sales: { kind: "ring", targetIds: [anna], seconds: 15, noAnswer: "voicemail" },
      ring: { kind: "ring", targetIds: [], seconds: 15, noAnswer: "voicemail" },
      hours_told: { kind: "hang_up", text: "Nine to five." },
      voicemail: { kind: "voicemail", greeting: "", maxSeconds: 60, next: null },
    },
  };
  it.each([
    ["in the menu", [], {}, "abandoned_in_menu"],
    ["in the menu after hours", [], { isOpen: false }, "out_of_hours"],
    ["while it rings", [press("1")], {}, "nobody_answered"],
    ["when nobody could be rung", [silence, silence], {}, "nobody_available"],
    ["instead of leaving a message", [press("1"), nobody], {}, "nobody_answered"],
    ["after a message", [press("1"), nobody, { kind: "recorded", seconds: 5 } as const], {}, null],
    ["after somebody took it", [press("1"), taken], {}, null],
  ] satisfies [string, FlowInput[], Partial<Around>, string | null][])(
    "%s",
    (_what, inputs, given, missed) => {
      expect(playCall(closed, inputs, { targets, ...given }).state.missed).toBe(missed);
    },
  );
});

describe("a flow that goes to a flow", () => {
  const other = "00000000-0000-7000-8000-0000000000f1";
  const first: FlowGraph = { start: "go", steps: { go: { kind: "flow", flowId: other } } };

  it("goes on there, and both keep their steps of one name apart", () => {
    const second: FlowGraph = {
      start: "go",
      steps: { go: { kind: "say", text: "Second.", next: "end" }, end: { kind: "hang_up", text: "Bye." } },
    };
    expect(playCall(linkFlow(first, { [other]: second }), []).lines).toEqual([
      "say Second.; say Bye.; hang_up",
    ]);
  });

  it("ends with words when the other is not there, or calls back for ever", () => {
    expect(playCall(first, []).lines[0]).toContain("something isn't working");
    const back: FlowGraph = { start: "back", steps: { back: { kind: "flow", flowId: other } } };
    expect(playCall(linkFlow(first, { [other]: back }), []).lines[0]).toContain("something isn't working");
  });

  it("ends a caller's endless round through a menu", () => {
    const round = around(
      { ...menu, choices: [{ key: "1", label: "", words: [], next: "step" }] } as Step,
      "none",
    );
    const { state } = playCall(
      round,
      Array.from({ length: 500 }, () => press("1")),
    );
    expect(state).toMatchObject({ phase: "over", outcome: "technical" });
  });
});

describe("whatever is drawn and whatever comes", () => {
  const ids = ["a", "b", "c", "d"];
  const exit = fc.constantFrom(...ids, "gone", null);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant("say" as const), text: fc.string(), next: exit }),
    fc.record({ kind: fc.constant("hours" as const), open: exit, closed: exit }),
    fc.record({
      ...{
        kind: fc.constant("menu" as const),
        prompt: fc.string(),
        hears: fc.boolean(),
        tries: fc.constant(2),
      },
      choices: fc.constantFrom<Choice[]>([{ key: "1", label: "x", words: [], next: "a" }]),
      noInput: exit,
    }),
    fc.record({
      ...{ kind: fc.constant("ring" as const), seconds: fc.constant(10), noAnswer: exit },
      targetIds: fc.subarray([anna, ben]),
      order: fc.constantFrom("together" as const, "in_turn" as const),
    }),
    fc.record({
      ...{ kind: fc.constant("voicemail" as const), greeting: fc.string(), maxSeconds: fc.constant(30) },
      next: exit,
    }),
    fc.record({ kind: fc.constant("text" as const), body: fc.string(), next: exit }),
    fc.record({ kind: fc.constant("receptionist" as const) }),
    fc.record({ kind: fc.constant("hang_up" as const), text: fc.string() }),
  );
  const input: fc.Arbitrary<FlowInput> = fc.oneof(
    fc.constantFrom(press("1"), press("9"), silence, nobody, taken, speak("x")),
    fc.constantFrom<FlowInput>({ kind: "slow" }, { kind: "recorded", seconds: 3 }, { kind: "answered" }),
  );

  it("no call is ever told nothing, and what is over says so", () => {
    fc.assert(
      fc.property(fc.tuple(step, step, step, step), fc.array(input, { maxLength: 30 }), (steps, inputs) => {
        const flow = {
          start: "a",
          steps: Object.fromEntries(ids.map((id, at) => [id, steps[at]])),
        } as FlowGraph;
        let state = beginFlow(flow, "en-US");
        for (const one of [{ kind: "answered" as const }, ...inputs]) {
          if (state.phase === "over") break;
          const played = interpret(flow, state, one, { ...anyAround, targets });
          if (played.output.do === "instruct") expect(played.output.instructions.length).toBeGreaterThan(0);
          const ends =
            played.output.do === "instruct" && played.output.instructions.at(-1)?.kind === "hang_up";
          expect(played.state.phase === "over").toBe(ends);
          state = played.state;
        }
      }),
      { numRuns: 300 },
    );
  });
});
