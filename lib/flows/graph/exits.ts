import type { FlowGraph, Step } from "./step";

/** One way out of a step: how the schema names it, what people call it, where it leads. */
export type Exit = { field: string; label: string; to: string | null };

/** Every way out of a step, in the order in which they are shown; none for a step that ends the call. */
export function exitsOf(step: Step): Exit[] {
  switch (step.kind) {
    case "say":
    case "play":
    case "text":
      return [{ field: "next", label: "Then", to: step.next }];
    case "voicemail":
      return [{ field: "next", label: "After the message", to: step.next }];
    case "queue":
      return [{ field: "next", label: "Waited too long", to: step.next }];
    case "menu":
      return [
        ...step.choices.map(({ key, label, next }, index) => {
          return { field: `choices.${index}`, label: label ? `${key} · ${label}` : key, to: next };
        }),
        { field: "noInput", label: "No choice made", to: step.noInput },
      ];
    case "collect":
      return [
        { field: "next", label: "Given", to: step.next },
        { field: "noInput", label: "Nothing given", to: step.noInput },
      ];
    case "pay":
      return [
        { field: "paid", label: "Paid", to: step.paid },
        { field: "unpaid", label: "Not paid", to: step.unpaid },
      ];
    case "hours":
      return [
        { field: "open", label: "Open", to: step.open },
        { field: "closed", label: "Closed", to: step.closed },
        { field: "holiday", label: "Holiday", to: step.holiday ?? null },
      ];
    case "condition":
      return [
        { field: "yes", label: "Yes", to: step.yes },
        { field: "no", label: "No", to: step.no },
      ];
    case "ring":
    case "transfer":
      return [{ field: "noAnswer", label: "Nobody answers", to: step.noAnswer }];
    case "receptionist":
    case "flow":
    case "hang_up":
      return [];
  }
}

/** The same step with one of its ways out leading elsewhere. */
export function withExit(step: Step, field: string, to: string | null): Step {
  if (step.kind === "menu" && field.startsWith("choices.")) {
    const at = Number(field.slice("choices.".length));
    return {
      ...step,
      choices: step.choices.map((one, index) => (index === at ? { ...one, next: to } : one)),
    };
  }
  return exitsOf(step).some((exit) => exit.field === field) ? { ...step, [field]: to } : step;
}

/** A way out that may lead nowhere: the message is taken then, holidays are as closed, a queue knows itself what follows. */
export function isOptional(step: Step, field: string): boolean {
  return (
    ((step.kind === "voicemail" || step.kind === "queue") && field === "next") ||
    (step.kind === "hours" && field === "holiday")
  );
}

/** Steps that can be reached from the start, in the order in which a call comes to them. */
export function reachable(graph: Pick<FlowGraph, "start" | "steps">): string[] {
  const found = new Set<string>();
  const waiting = [graph.start];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const step = graph.steps[id];
    if (!step || found.has(id)) continue;
    found.add(id);
    waiting.push(...exitsOf(step).flatMap(({ to }) => (to === null ? [] : [to])));
  }
  return [...found];
}
