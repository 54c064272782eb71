import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instruction } from "@/lib/carriers";
import type { TurnOutcome } from "@/lib/receptionist/schema";
import type { Around, FlowInput, FlowState } from "./graph/schema";
import { defaultFlow, type FlowGraph } from "./graph/step";
import { beginFlow, interpret } from "./steps/interpret";

const anna = "00000000-0000-7000-8000-00000000000a";
const ben = "00000000-0000-7000-8000-00000000000b";

const around: Around = {
  isOpen: true,
  isHoliday: false,
  weekday: 5,
  minute: 600,
  caller: { address: "+12015550123", country: "US", isKnown: false },
  elapsedSeconds: 10,
  talk: "gather",
  voice: "",
  greeting: "Riverside Dental, this is Ava.",
  languages: ["en-US"],
  recording: "off",
  limits: { turns: 60, minutes: 15, toolCalls: 20, texts: 2 },
  callerId: "+15005550006",
  targets: { [anna]: { label: "Anna", e164: "+12015550147" }, [ben]: { label: "Ben", e164: null } },
  links: {
    input: "https://x.example/gather?turn=1",
    wait: "https://x.example/gather?turn=1&wait=1",
    dialed: "https://x.example/dialed",
    recorded: "https://x.example/recorded",
    recording: "https://x.example/recording-status?of=call",
    voicemail: "https://x.example/recording-status?of=voicemail",
    onward: "https://desk.test/onward",
    leg: "https://desk.test/status",
    paid: "https://x.example/paid",
    payment: "https://x.example/payment-status",
    session: "https://x.example/session",
    socket: "wss://x.example/socket/t",
  },
};

const reply = (next: TurnOutcome["next"], text = "Alright."): FlowInput => ({
  kind: "replied",
  outcome: { text, next, dialog: {}, source: "offline", tools: [], firstTokenMilliseconds: null },
});

const heard = (text: string, digits = ""): FlowInput => ({ kind: "heard", text, digits });

/** Plays inputs one after the other; returns the last state and the instructions of each answer. */
function playAll(inputs: readonly FlowInput[], given: Partial<Around> = {}, flow: FlowGraph = defaultFlow) {
  let state: FlowState = beginFlow(flow, "en-US");
  const outputs = inputs.map((input) => {
    const result = interpret(flow, state, input, { ...around, ...given });
    state = result.state;
    return result.output;
  });
  return {
    state,
    outputs,
    kinds: outputs.map((one) => (one.do === "ask" ? ["ask"] : one.instructions.map((each) => each.kind))),
  };
}

const answered: FlowInput = { kind: "answered" };

describe("the receptionist's step", () => {
  const table: [what: string, inputs: FlowInput[], last: string[], given?: Partial<Around>][] = [
    ["greets and listens", [answered], ["gather"]],
    ["asks about what was said", [answered, heard("Do you have Friday?")], ["ask"]],
    ["speaks the answer and listens on", [answered, heard("hi"), reply({ do: "listen" })], ["gather"]],
    [
      "hangs up when the conversation is done",
      [answered, heard("bye"), reply({ do: "hang_up" })],
      ["say", "hang_up"],
    ],
    [
      "rings a listed person",
      [answered, heard("Anna please"), reply({ do: "transfer", targetId: anna, brief: "" })],
      ["say", "dial"],
    ],
    [
      "stays with the caller when the person has no number",
      [answered, heard("Ben please"), reply({ do: "transfer", targetId: ben, brief: "" })],
      ["say", "gather"],
    ],
    [
      "never rings somebody who is not listed",
      [answered, heard("x"), reply({ do: "transfer", targetId: "900", brief: "" })],
      ["say", "gather"],
    ],
    [
      "comes back when nobody answers",
      [
        answered,
        heard("Anna"),
        reply({ do: "transfer", targetId: anna, brief: "" }),
        { kind: "dialed", isBridged: false },
      ],
      ["gather"],
    ],
    [
      "ends after a transfer that was taken",
      [
        answered,
        heard("Anna"),
        reply({ do: "transfer", targetId: anna, brief: "" }),
        { kind: "dialed", isBridged: true },
      ],
      ["hang_up"],
    ],
    ["asks again after one silence", [answered, heard("")], ["gather"]],
    ["ends politely after three", [answered, heard(""), heard(""), heard("")], ["say", "hang_up"]],
    ["bridges a slow model", [answered, heard("x"), { kind: "slow" }], ["say", "redirect"]],
    [
      "does not wait for ever",
      [answered, heard("x"), ...Array.from({ length: 5 }, () => ({ kind: "slow" }) as const)],
      ["gather"],
    ],
    [
      "cuts a conversation of too many turns",
      [answered, heard("x")],
      ["say", "hang_up"],
      { limits: { ...around.limits, turns: 0 } },
    ],
    [
      "cuts a conversation of too many minutes",
      [answered, heard("x")],
      ["say", "hang_up"],
      { elapsedSeconds: 15 * 60 },
    ],
    ["records a message", [answered, heard("x"), reply({ do: "voicemail" })], ["say", "record"]],
    [
      "thanks for the message",
      [answered, heard("x"), reply({ do: "voicemail" }), { kind: "recorded", seconds: 4 }],
      ["say", "hang_up"],
    ],
    ["announces the recording", [answered], ["say", "start_recording", "gather"], { recording: "announce" }],
    ["asks before it records", [answered], ["gather"], { recording: "ask" }],
    [
      "records after a yes",
      [answered, heard("yes please")],
      ["start_recording", "gather"],
      { recording: "ask" },
    ],
    ["does not record after a no", [answered, heard("no")], ["say", "gather"], { recording: "ask" }],
    ["does not record after mumbling", [answered, heard("hm")], ["say", "gather"], { recording: "ask" }],
    ["opens a relay", [answered], ["connect_relay"], { talk: "relay" }],
    ["opens a stream", [answered], ["connect_stream"], { talk: "stream" }],
    [
      "goes on by gather when the socket broke",
      [answered, { kind: "session_ended", handoff: "", isFailure: true }],
      ["gather"],
      { talk: "relay" },
    ],
    [
      "rings who the session asked for",
      [
        answered,
        {
          kind: "session_ended",
          handoff: JSON.stringify({ next: "transfer", targetId: anna, brief: "" }),
          isFailure: false,
        },
      ],
      ["say", "dial"],
      { talk: "relay" },
    ],
    [
      "hangs up when the session is done",
      [answered, { kind: "session_ended", handoff: '{"next":"hang_up"}', isFailure: false }],
      ["hang_up"],
      { talk: "relay" },
    ],
  ];

  it.each(table)("%s", (_what, inputs, last, given) => {
    expect(playAll(inputs, given).kinds.at(-1)).toEqual(last);
  });

  it("asks its own question again after a silence, and something general when it asked nothing", () => {
    const spoken = (text: string, ...silences: FlowInput[]) =>
      JSON.stringify(
        playAll([answered, heard("x"), reply({ do: "listen" }, text), ...silences]).outputs.at(-1),
      );
    const asking = "I have Monday at 10 or at 11. Which suits you?";
    expect(spoken(asking, heard(""))).toContain("Sorry, I didn't catch that. Which suits you?");
    expect(spoken(asking, heard(""), heard(""))).toContain("Are you still there? Which suits you?");
    expect(spoken("It is booked.", heard(""))).toContain("Sorry, I didn't catch that. How can I help?");
  });

  it("speaks the caller's language", () => {
    const flow = { ...defaultFlow };
    const state = beginFlow(flow, "hi-IN");
    const { output } = interpret(flow, { ...state, phase: "listening", hasGreeted: true }, heard(""), around);
    expect(JSON.stringify(output)).toContain("माफ़ कीजिए");
  });
});

describe("a drawn flow", () => {
  const flow: FlowGraph = {
    start: "hours",
    steps: {
      hours: { kind: "hours", open: "ring", closed: "closed" },
      closed: { kind: "say", text: "We are closed.", next: "voicemail" },
      ring: { kind: "ring", targetIds: [ben, anna], seconds: 15, noAnswer: "voicemail" },
      voicemail: { kind: "voicemail", greeting: "", maxSeconds: 60, next: null },
    },
  };

  it("goes by the hours and takes a message at last", () => {
    expect(playAll([answered], { isOpen: false }, flow).kinds).toEqual([["say", "say", "record"]]);
    const open = playAll(
      [answered, { kind: "dialed", isBridged: false }, { kind: "recorded", seconds: 9 }],
      {},
      flow,
    );
    expect(open.kinds).toEqual([
      ["say", "dial"],
      ["say", "record"],
      ["say", "hang_up"],
    ]);
    expect(open.state.outcome).toBe("voicemail");
  });

  it("remembers who could not be rung, for as long as one answer", () => {
    const rung = playAll([answered], {}, flow);
    expect(rung.state.passedOver).toEqual([ben]);
    expect(playAll([answered, { kind: "dialed", isBridged: false }], {}, flow).state.passedOver).toEqual([]);
  });

  it("ends with words when it circles or leads nowhere", () => {
    const circle: FlowGraph = {
      start: "a",
      steps: { a: { kind: "say", text: "a", next: "b" }, b: { kind: "say", text: "b", next: "a" } },
    };
    expect(playAll([answered], {}, circle).kinds[0]?.slice(-2)).toEqual(["say", "hang_up"]);
    expect(playAll([answered], {}, { start: "gone", steps: {} }).kinds).toEqual([["say", "hang_up"]]);
  });
});

describe("whatever comes", () => {
  const anyInput: fc.Arbitrary<FlowInput> = fc.oneof(
    fc.record({
      kind: fc.constant("heard" as const),
      text: fc.string(),
      digits: fc.string({ maxLength: 2 }),
    }),
    fc
      .constantFrom<TurnOutcome["next"]>(
        { do: "listen" },
        { do: "hang_up" },
        { do: "voicemail" },
        { do: "transfer", targetId: anna, brief: "" },
      )
      .map((next) => reply(next)),
    fc.constant<FlowInput>({ kind: "slow" }),
    fc.record({ kind: fc.constant("dialed" as const), isBridged: fc.boolean() }),
    fc.record({ kind: fc.constant("recorded" as const), seconds: fc.nat(100) }),
    fc.record({ kind: fc.constant("session_ended" as const), handoff: fc.string(), isFailure: fc.boolean() }),
  );
  const isAudible = (instructions: readonly Instruction[]) => instructions.length > 0;

  it("the caller never hears nothing: every answer has instructions or asks the model", () => {
    fc.assert(
      fc.property(
        fc.array(anyInput, { maxLength: 40 }),
        fc.constantFrom("gather" as const, "relay" as const),
        (inputs, talk) => {
          const { outputs } = playAll([answered, ...inputs], { talk });
          expect(outputs.every((one) => one.do === "ask" || isAudible(one.instructions))).toBe(true);
        },
      ),
    );
  });
});
