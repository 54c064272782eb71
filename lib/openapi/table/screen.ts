import { IdParams } from "@/lib/http";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

/** An operation of Trunkline's own pages: its answer is theirs and not promised to anybody. */
export function screen(
  method: Operation["method"],
  path: Operation["path"],
  can: Operation["can"],
  summary: string,
  more: Partial<Operation> = {},
): Operation {
  const params = path.includes("{id}") ? { params: IdParams } : {};
  const example = path.includes("{id}") ? { params: { id: exampleIds.conversation } } : {};
  return { method, path, can, summary, tag: "Screens", ...params, example, ...more };
}
