import { expect, it } from "vitest";
import { exitsOf } from "@/lib/flows/rules";
import { FlowGraph } from "@/lib/flows/schema";
import { addStep, connect, freshStep, removeStep, stepKinds } from "./graph-edits";

const empty: FlowGraph = { start: "none", steps: {} };

it.each(stepKinds)("a new %s can be kept as a draft at once", (kind) => {
  const { graph, id } = addStep(empty, kind);
  expect(graph.start).toBe(id);
  expect(FlowGraph.safeParse(graph).success).toBe(true);
});

it("a step added at a way out is where it leads, and leaves it free when it is removed", () => {
  const { graph, id } = addStep(empty, "menu");
  const more = addStep(graph, "voicemail", { stepId: id, field: "choices.0" });
  expect(exitsOf(more.graph.steps[id] ?? freshStep("menu"))[0]?.to).toBe(more.id);
  const less = removeStep(more.graph, more.id);
  expect(less).toMatchObject({ start: id, steps: { [id]: { choices: [{ next: null }] } } });
});

it("two steps of one kind have two names, and a way out of a step that is gone changes nothing", () => {
  const { graph } = addStep(addStep(empty, "say").graph, "say");
  expect(Object.keys(graph.steps)).toEqual(["say-1", "say-2"]);
  expect(connect(graph, "gone", "next", "say-1")).toBe(graph);
});
