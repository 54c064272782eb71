import type { Dialog } from "./contract/turn";
import type { Task } from "./offline/memory";

/** What is kept of a conversation that the receptionist has opened itself: it has just asked whether there is anything to say about the matter. */
export function beginErrand(introduction: string): Dialog {
  const task: Task = { kind: "anything_else" };
  return { offline: { task, lastText: introduction.slice(0, 1000) } };
}
