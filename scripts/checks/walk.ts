/** A node of a syntax tree, as far as every node is alike. */
export type Node = { type: string; start: number; [field: string]: unknown };

/** Goes through every node of a syntax tree, from the outside in. */
export function* walk(tree: unknown): Generator<Node> {
  if (Array.isArray(tree)) {
    for (const item of tree) yield* walk(item);
    return;
  }
  if (!isNode(tree)) return;
  yield tree;
  for (const [field, value] of Object.entries(tree)) {
    if (field !== "parent" && typeof value === "object" && value !== null) yield* walk(value);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The name of an identifier node, `undefined` for any other node. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== "Identifier") return undefined;
  return typeof node.name === "string" ? node.name : undefined;
}
