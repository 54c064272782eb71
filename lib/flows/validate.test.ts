import { describe, expect, it } from "vitest";
import type { FlowGraph, Step } from "./graph/step";
import { canServe, type FlowSurroundings, validateFlow } from "./graph/validate";

const anna = "00000000-0000-7000-8000-00000000000a";
const own = "00000000-0000-7000-8000-0000000000f1";
const other = "00000000-0000-7000-8000-0000000000f2";
const third = "00000000-0000-7000-8000-0000000000f3";

const around: FlowSurroundings = { flowId: own, targetIds: [anna], queues: {}, flows: {} };
const end: Step = { kind: "hang_up", text: "" };
const of = (steps: Record<string, Step>): FlowGraph => ({ start: "a", steps: { end, ...steps } });
const menu = (given: Partial<Extract<Step, { kind: "menu" }>> = {}): Step => ({
  ...{ kind: "menu", prompt: "Press 1.", hears: true, tries: 3, noInput: "end" },
  choices: [{ key: "1", label: "Sales", words: [], next: "end" }],
  ...given,
});
const say = (next: string | null, text = "Hello."): Step => ({ kind: "say", text, next });
const to = (flowId: string): Step => ({ kind: "flow", flowId, name: "Hand over" });

const table: [what: string, graph: FlowGraph, sentence: string, given?: Partial<FlowSurroundings>][] = [
  ["no start", { start: "x", steps: {} }, "The flow has no first step. Add one and make it the start."],
  [
    "a dead end",
    of({ a: { ...say(null), name: "Greeting" } }),
    "“Greeting” is a dead end: nothing follows “Then”.",
  ],
  [
    "a choice that leads nowhere",
    of({ a: menu({ choices: [{ key: "2", label: "Billing", words: [], next: null }] }) }),
    "“Menu” is a dead end: nothing follows “2 · Billing”.",
  ],
  ["a step that is gone", of({ a: say("nowhere") }), "“Say” leads to a step that is gone (Then)."],
  [
    "no way on without input",
    of({ a: menu({ noInput: null }) }),
    "“Menu” does not say what happens when the caller says nothing.",
  ],
  ["no choice", of({ a: menu({ choices: [] }) }), "“Menu” offers no choice."],
  [
    "one key twice",
    of({
      a: menu({
        choices: [
          { key: "1", label: "", words: [], next: "end" },
          { key: "1", label: "", words: [], next: "end" },
        ],
      }),
    }),
    "“Menu” uses key 1 twice.",
  ],
  [
    "a loop that never asks",
    of({ a: say("b"), b: { kind: "hours", open: "a", closed: "end" } }),
    "“Say” comes back to itself without ever asking the caller anything.",
  ],
  [
    "a queue that nobody chose",
    of({ a: { kind: "queue", queueId: "", next: "end" } }),
    "“Wait in a queue” does not say which queue.",
  ],
  [
    "a queue that is gone",
    of({ a: { kind: "queue", queueId: other, next: "end" } }),
    "“Wait in a queue” leads to a queue that is gone.",
  ],
  [
    "a longest wait that leads nowhere",
    of({ a: { kind: "queue", queueId: other, next: null } }),
    "“Wait in a queue” is a dead end: nothing follows the longest wait in “Sales”.",
    { queues: { [other]: { name: "Sales", goesOn: true, people: 2 } } },
  ],
  [
    "nobody to ring",
    of({ a: { kind: "ring", targetIds: [], seconds: 20, noAnswer: "end" } }),
    "“Ring people” rings nobody.",
  ],
  [
    "somebody who left",
    of({ a: { kind: "ring", targetIds: [other], seconds: 20, noAnswer: "end" } }),
    "“Ring people” rings somebody who is not in the transfer list.",
  ],
  [
    "a costly number",
    of({ a: { kind: "transfer", to: "+19005550123", seconds: 20, noAnswer: "end" } }),
    "“Put through” goes to a kind of number that can cost a fortune.",
  ],
  [
    "no number",
    of({ a: { kind: "transfer", to: "", seconds: 20, noAnswer: "end" } }),
    "“Put through” has no number to put the caller through to.",
  ],
  ["itself", of({ a: to(own) }), "“Hand over” calls the flow it stands in. Lead to its first step instead."],
  ["a flow that is not published", of({ a: to(other) }), "“Hand over” goes to a flow that is not published."],
  [
    "a flow that comes back",
    of({ a: to(other) }),
    "“Hand over” goes to “Sales”, which comes back to this flow: it would call itself.",
    { flows: { [other]: { name: "Sales", goesTo: [third] }, [third]: { name: "Third", goesTo: [own] } } },
  ],
  ["an unreachable step", of({ a: end, b: say("end") }), "No call ever reaches “Say”."],
];

describe("what is wrong with a flow", () => {
  it.each(table)("%s", (_what, graph, sentence, given) => {
    expect(validateFlow(graph, { ...around, ...given }).map((one) => one.sentence)).toContain(sentence);
  });

  it("a menu that asks again and again is no loop, and a message may be the last thing", () => {
    const graph = of({
      a: menu({ noInput: "b" }),
      b: { kind: "voicemail", greeting: "", maxSeconds: 60, next: null },
    });
    expect(
      validateFlow({ ...graph, steps: { a: menu({ noInput: "b" }), end, b: graph.steps.b ?? end } }, around),
    ).toEqual([]);
  });

  it("a warning does not keep a flow from serving, an error does", () => {
    expect(canServe(validateFlow(of({ a: end, b: say("end") }), around))).toBe(true);
    expect(canServe(validateFlow(of({ a: say(null) }), around))).toBe(false);
  });
});
