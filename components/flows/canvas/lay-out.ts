import { exitsOf, reachable } from "@/lib/flows/rules";
import type { FlowGraph } from "@/lib/flows/schema";

type Place = { x: number; y: number };

const columnWidth = 320;
const gap = 28;

/** Where every step stands: where somebody put it, or in the column after the first step that leads to it. */
export function layOut(graph: FlowGraph): Record<string, Place> {
  const columns = columnsOf(graph);
  const below: number[] = [];
  const placed = [...new Set([...reachable(graph), ...Object.keys(graph.steps)])].map((id) => {
    const column = columns[id] ?? 0;
    const y = below[column] ?? 0;
    below[column] = y + heightOf(graph, id) + gap;
    return [id, graph.places?.[id] ?? { x: column * columnWidth, y }] as const;
  });
  return Object.fromEntries(placed);
}

function columnsOf(graph: FlowGraph): Record<string, number> {
  const columns: Record<string, number> = { [graph.start]: 0 };
  for (const id of reachable(graph)) {
    const step = graph.steps[id];
    for (const { to } of step ? exitsOf(step) : [])
      if (to !== null && columns[to] === undefined) columns[to] = (columns[id] ?? 0) + 1;
  }
  return columns;
}

function heightOf(graph: FlowGraph, id: string): number {
  const step = graph.steps[id];
  return 84 + (step ? exitsOf(step).length : 0) * 28;
}
