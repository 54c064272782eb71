import type { Step, StepKind } from "./step";

const names: Record<StepKind, string> = {
  receptionist: "Receptionist",
  say: "Say",
  play: "Play a sound",
  menu: "Menu",
  collect: "Ask for something",
  hours: "Opening hours",
  condition: "Condition",
  ring: "Ring people",
  queue: "Wait in a queue",
  transfer: "Put through",
  voicemail: "Take a message",
  pay: "Take a payment",
  text: "Text the caller",
  flow: "Go to a flow",
  hang_up: "Hang up",
};

/** What people call a kind of step. */
export function kindName(kind: StepKind): string {
  return names[kind];
}

/** What a step is called: its own name, or its kind's. */
export function nameOf(step: Pick<Step, "kind" | "name">): string {
  return step.name || names[step.kind];
}
