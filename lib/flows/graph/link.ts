import { exitsOf, withExit } from "./exits";
import type { FlowGraph, Step } from "./step";

/** The flows that a graph goes to by itself. */
export function flowsOf(graph: Pick<FlowGraph, "steps">): string[] {
  const ids = Object.values(graph.steps).flatMap((step) =>
    step.kind === "flow" && step.flowId ? [step.flowId] : [],
  );
  return [...new Set(ids)];
}

/**
 * One graph of a flow and all flows it goes to, so that a call knows at its beginning everything that may happen to it.
 * Steps of the others carry their flow's id; a flow that is not there stays unlinked and ends the call with words.
 */
export function linkFlow(graph: FlowGraph, others: Readonly<Record<string, FlowGraph>>): FlowGraph {
  const starts = Object.fromEntries(Object.entries(others).map(([id, { start }]) => [id, `${id}:${start}`]));
  const parts = [
    linkSteps(graph.steps, (id) => id, starts),
    ...Object.entries(others).map(([flowId, { steps }]) =>
      linkSteps(steps, (id) => `${flowId}:${id}`, starts),
    ),
  ];
  return { start: graph.start, steps: Object.assign({}, ...parts) as FlowGraph["steps"] };
}

function linkSteps(
  steps: FlowGraph["steps"],
  rename: (id: string) => string,
  starts: Readonly<Record<string, string>>,
): FlowGraph["steps"] {
  return Object.fromEntries(
    Object.entries(steps).map(([id, step]) => [rename(id), linkStep(step, rename, starts)]),
  );
}

/** Going to a flow is saying nothing and going on at its start. */
function linkStep(
  step: Step,
  rename: (id: string) => string,
  starts: Readonly<Record<string, string>>,
): Step {
  const start = step.kind === "flow" ? starts[step.flowId] : undefined;
  if (start !== undefined) return { kind: "say", text: "", next: start };
  return exitsOf(step).reduce<Step>(
    (linked, { field, to }) => (to === null ? linked : withExit(linked, field, rename(to))),
    step,
  );
}
