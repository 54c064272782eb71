import { posix } from "node:path";
import type { Finding } from "./finding";
import { isTestFile, type SourceFile } from "./source-file";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** No cycle between files and none between folders, imports of types included; tests stand outside. */
export function checkCycles(files: readonly SourceFile[]): Finding[] {
  const product = files.filter((file) => !isTestFile(file.path));
  const between = (nodeOf: (path: string) => string) => cyclesOf(product, nodeOf);
  return [...between((path) => path), ...between(posix.dirname)];
}

function cyclesOf(files: readonly SourceFile[], nodeOf: (path: string) => string): Finding[] {
  const graph = graphOf(files, nodeOf);
  return knotsOf(graph).map((knot) => {
    const way = wayAround(graph, knot);
    const [from = "", to = ""] = way;
    const culprit = files.find(
      (file) =>
        nodeOf(file.path) === from &&
        file.imports.some(({ target }) => target !== null && nodeOf(target) === to),
    );
    const line = culprit?.imports.find(({ target }) => target !== null && nodeOf(target) === to)?.line ?? 1;
    return {
      path: culprit?.path ?? from,
      line,
      what: `imports go round: ${way.join(" → ")}`,
      instead: "Move what both need into the lower one, or split the file that both are tied to.",
    };
  });
}

function graphOf(files: readonly SourceFile[], nodeOf: (path: string) => string): Graph {
  const known = new Set(files.map((file) => file.path));
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const targets = graph.get(nodeOf(file.path)) ?? new Set();
    graph.set(nodeOf(file.path), targets);
    for (const { target } of file.imports) {
      if (target === null || !known.has(target)) continue;
      if (nodeOf(target) !== nodeOf(file.path)) targets.add(nodeOf(target));
    }
  }
  return graph;
}

/** Sets of nodes that all reach each other (Tarjan), those with more than one node. */
function knotsOf(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const knots: string[][] = [];

  const visit = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node) ?? 0);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      else if (!open.includes(next)) continue;
      lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const knot = open.splice(open.indexOf(node));
    if (knot.length > 1) knots.push(knot);
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return knots;
}

/** The shortest way from a knot's first node back to itself. */
function wayAround(graph: Graph, knot: readonly string[]): string[] {
  const start = [...knot].sort()[0] ?? "";
  const ways = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, start];
      if (!knot.includes(next) || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [start];
}
