import { exitsOf, withExit } from "@/lib/flows/rules";
import type { FlowGraph, Step, StepKind } from "@/lib/flows/schema";

/** The kinds of steps that can be added, in the order in which they are offered. */
export const stepKinds: readonly StepKind[] = [
  ...(["say", "menu", "collect", "hours", "condition", "receptionist", "ring", "queue"] as const),
  ...(["transfer", "voicemail", "pay", "text", "play", "flow", "hang_up"] as const),
];

/** A new step as it is first drawn: whatever can be filled in is, and its ways out lead nowhere yet. */
export function freshStep(kind: StepKind): Step {
  switch (kind) {
    case "say":
      return { kind, text: "", next: null };
    case "play":
      return { kind, url: "", next: null };
    case "menu":
      return {
        ...{ kind, prompt: "", hears: true, tries: 3, noInput: null },
        choices: [{ key: "1", label: "", words: [], next: null }],
      };
    case "collect":
      return {
        kind,
        prompt: "",
        as: "answer",
        by: "keys",
        mostDigits: 10,
        tries: 3,
        next: null,
        noInput: null,
      };
    case "hours":
      return { kind, open: null, closed: null };
    case "condition":
      return { kind, test: { about: "caller", is: "known" }, yes: null, no: null };
    case "ring":
      return { kind, targetIds: [], seconds: 20, noAnswer: null };
    case "queue":
      return { kind, queueId: "", next: null };
    case "transfer":
      return { kind, to: "", seconds: 20, noAnswer: null };
    case "voicemail":
      return { kind, greeting: "", maxSeconds: 120, next: null };
    case "pay":
      return {
        ...{ kind, prompt: "", amountMinor: 0, currency: "USD", connector: "Default", description: "" },
        ...{ paid: null, unpaid: null },
      };
    case "text":
      return { kind, body: "", next: null };
    case "flow":
      return { kind, flowId: "" };
    case "hang_up":
      return { kind, text: "" };
    case "receptionist":
      return { kind };
  }
}

/** A name that no step of the drawing has yet. */
function freshId({ steps }: FlowGraph, kind: StepKind): string {
  let number = 1;
  while (steps[`${kind}-${number}`]) number += 1;
  return `${kind}-${number}`;
}

/** The drawing with one more step; `from` leads to it when given. A drawing without a start begins there. */
export function addStep(
  graph: FlowGraph,
  kind: StepKind,
  from?: { stepId: string; field: string },
): { graph: FlowGraph; id: string } {
  const id = freshId(graph, kind);
  const start = graph.steps[graph.start] ? graph.start : id;
  const added = { ...graph, start, steps: { ...graph.steps, [id]: freshStep(kind) } };
  return { id, graph: from ? connect(added, from.stepId, from.field, id) : added };
}

/** The drawing with one way out leading elsewhere. */
export function connect(graph: FlowGraph, stepId: string, field: string, to: string | null): FlowGraph {
  const step = graph.steps[stepId];
  return step ? changeStep(graph, stepId, withExit(step, field, to)) : graph;
}

/** The drawing with one step as it now is. */
export function changeStep(graph: FlowGraph, stepId: string, step: Step): FlowGraph {
  return { ...graph, steps: { ...graph.steps, [stepId]: step } };
}

/** The drawing without a step; what led to it leads nowhere. */
export function removeStep(graph: FlowGraph, stepId: string): FlowGraph {
  const steps = Object.fromEntries(
    Object.entries(graph.steps).flatMap(([id, step]) =>
      id === stepId ? [] : [[id, unlinked(step, stepId)]],
    ),
  );
  const places = Object.fromEntries(Object.entries(graph.places ?? {}).filter(([id]) => id !== stepId));
  return { ...graph, steps, places };
}

function unlinked(step: Step, gone: string): Step {
  return exitsOf(step).reduce<Step>(
    (left, { field, to }) => (to === gone ? withExit(left, field, null) : left),
    step,
  );
}
