import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import { exitsOf, isOptional, reachable } from "./exits";
import type { FlowGraph, Step } from "./step";
import { nameOf } from "./step-words";

/** Something that must be put right before a flow can serve (error), or that is worth a look (warning). */
export type Problem = {
  stepId: string | null;
  field: string | null;
  severity: "error" | "warning";
  sentence: string;
};

/** What a flow may refer to: whom it can ring, and the other published flows with the flows each goes to. */
export type FlowSurroundings = {
  flowId: string | null;
  targetIds: readonly string[];
  /** `goesOn`: what follows the longest wait is up to the flow. */
  queues: Readonly<Record<string, { name: string; goesOn: boolean; people: number }>>;
  flows: Readonly<Record<string, { name: string; goesTo: readonly string[] }>>;
  /** Numbers that this flow serves and whose carrier takes no cards. */
  noPayment?: readonly PaymentGap[];
};

/** A number on which calls with this flow cannot take a card, and why. */
export type PaymentGap = { e164: string; because: string };

type Found = Omit<Problem, "stepId">;

/** Everything that is wrong with a drawn flow, each named by its step. Pure: the builder runs it at every change. */
export function validateFlow(graph: FlowGraph, around: FlowSurroundings): Problem[] {
  if (!graph.steps[graph.start])
    return [{ stepId: null, ...error(null, "The flow has no first step. Add one and make it the start.") }];
  const seen = new Set(reachable(graph));
  const own = Object.entries(graph.steps).flatMap(([stepId, step]) =>
    [...exitProblems(graph, step), ...stepProblems(step, around), ...lonely(stepId, step, seen)].map(
      (found) => ({ stepId, ...found }),
    ),
  );
  return [...own, ...circles(graph, seen)];
}

/** Whether a flow may be published. */
export function canServe(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}

function error(field: string | null, sentence: string): Found {
  return { field, severity: "error", sentence };
}

function exitProblems(graph: FlowGraph, step: Step): Found[] {
  const name = nameOf(step);
  return exitsOf(step).flatMap(({ field, label, to }) => {
    if (to !== null && !graph.steps[to])
      return [error(field, `“${name}” leads to a step that is gone (${label}).`)];
    if (to !== null || isOptional(step, field)) return [];
    if (field === "noInput")
      return [error(field, `“${name}” does not say what happens when the caller says nothing.`)];
    return [error(field, `“${name}” is a dead end: nothing follows “${label}”.`)];
  });
}

function lonely(stepId: string, step: Step, seen: ReadonlySet<string>): Found[] {
  if (seen.has(stepId)) return [];
  return [{ field: null, severity: "warning", sentence: `No call ever reaches “${nameOf(step)}”.` }];
}

function stepProblems(step: Step, around: FlowSurroundings): Found[] {
  const name = nameOf(step);
  switch (step.kind) {
    case "say":
      return step.text ? [] : [error("text", `“${name}” has nothing to say.`)];
    case "play":
      return step.url ? [] : [error("url", `“${name}” has no sound to play.`)];
    case "text":
      return step.body ? [] : [error("body", `“${name}” has no text to send.`)];
    case "collect":
      return step.prompt ? [] : [error("prompt", `“${name}” does not say what the caller shall give.`)];
    case "menu":
      return menuProblems(step);
    case "ring":
      return ringProblems(step, around);
    case "transfer":
      return transferProblems(step);
    case "queue":
      return queueProblems(step, around);
    case "flow":
      return flowProblems(step, around);
    case "pay":
      return payProblems(step, around);
    case "condition":
      return conditionProblems(step);
    default:
      return [];
  }
}

function menuProblems(step: Extract<Step, { kind: "menu" }>): Found[] {
  const name = nameOf(step);
  const keys = step.choices.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return [
    ...(step.prompt ? [] : [error("prompt", `“${name}” does not tell the caller what to press.`)]),
    ...(step.choices.length > 0 ? [] : [error("choices", `“${name}” offers no choice.`)]),
    ...(twice === undefined ? [] : [error("choices", `“${name}” uses key ${twice} twice.`)]),
  ];
}

function ringProblems(step: Extract<Step, { kind: "ring" }>, { targetIds }: FlowSurroundings): Found[] {
  const name = nameOf(step);
  if (step.targetIds.length === 0) return [error("targetIds", `“${name}” rings nobody.`)];
  const isGone = step.targetIds.some((id) => !targetIds.includes(id));
  return isGone ? [error("targetIds", `“${name}” rings somebody who is not in the transfer list.`)] : [];
}

function transferProblems(step: Extract<Step, { kind: "transfer" }>): Found[] {
  const name = nameOf(step);
  if (step.to === "") return [error("to", `“${name}” has no number to put the caller through to.`)];
  const phone = parsePhone(step.to, "US");
  if (!phone.ok) return [error("to", `“${name}” goes to ${step.to}, which is not a phone number.`)];
  return isCostlyKind(phone.kind)
    ? [error("to", `“${name}” goes to a kind of number that can cost a fortune.`)]
    : [];
}

function queueProblems(step: Extract<Step, { kind: "queue" }>, { queues }: FlowSurroundings): Found[] {
  const name = nameOf(step);
  if (step.queueId === "") return [error("queueId", `“${name}” does not say which queue.`)];
  const queue = queues[step.queueId];
  if (!queue) return [error("queueId", `“${name}” leads to a queue that is gone.`)];
  const empty: Found = {
    ...{ field: "queueId", severity: "warning" },
    sentence: `Nobody is in the queue “${queue.name}” yet, so no caller would wait there.`,
  };
  return [
    ...(queue.people === 0 ? [empty] : []),
    ...(queue.goesOn && step.next === null
      ? [error("next", `“${name}” is a dead end: nothing follows the longest wait in “${queue.name}”.`)]
      : []),
  ];
}

function conditionProblems(step: Extract<Step, { kind: "condition" }>): Found[] {
  const { test } = step;
  const isEmpty =
    (test.about === "value" && (test.name === "" || (test.is !== "given" && test.text === ""))) ||
    (test.about === "country" && test.countries.length === 0) ||
    (test.about === "time" && test.days.length === 0);
  return isEmpty ? [error("test", `“${nameOf(step)}” has nothing to compare.`)] : [];
}

function payProblems(step: Extract<Step, { kind: "pay" }>, around: FlowSurroundings): Found[] {
  const name = nameOf(step);
  return [
    ...(step.amountMinor > 0 ? [] : [error("amountMinor", `“${name}” does not say how much is to be paid.`)]),
    ...(step.connector ? [] : [error("connector", `“${name}” does not name the payment connector.`)]),
    ...(around.noPayment ?? []).map(({ e164, because }) =>
      error(null, `“${name}” cannot take a payment on ${e164}: ${because}`),
    ),
  ];
}

function flowProblems(step: Extract<Step, { kind: "flow" }>, around: FlowSurroundings): Found[] {
  const name = nameOf(step);
  const other = around.flows[step.flowId];
  if (step.flowId === "") return [error("flowId", `“${name}” does not say which flow.`)];
  if (step.flowId === around.flowId)
    return [error("flowId", `“${name}” calls the flow it stands in. Lead to its first step instead.`)];
  if (!other) return [error("flowId", `“${name}” goes to a flow that is not published.`)];
  if (around.flowId !== null && leadsTo(step.flowId, around.flowId, around))
    return [
      error(
        "flowId",
        `“${name}” goes to “${other.name}”, which comes back to this flow: it would call itself.`,
      ),
    ];
  return [];
}

function leadsTo(from: string, goal: string, { flows }: FlowSurroundings): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === goal) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(flows[id]?.goesTo ?? []));
  }
  return false;
}

// Steps that neither ask nor ring nor end: a circle of only these would go on for ever.
const passes: readonly Step["kind"][] = ["say", "play", "text", "hours", "condition"];

function circles({ steps }: FlowGraph, seen: ReadonlySet<string>): Problem[] {
  const inCircle = [...seen].find((id) => comesBack(id, steps));
  const step = inCircle === undefined ? undefined : steps[inCircle];
  if (inCircle === undefined || !step) return [];
  const sentence = `“${nameOf(step)}” comes back to itself without ever asking the caller anything.`;
  return [{ stepId: inCircle, ...error(null, sentence) }];
}

function comesBack(goal: string, steps: FlowGraph["steps"]): boolean {
  const seen = new Set<string>();
  const waiting = [goal];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps[id];
    if (!step || !passes.includes(step.kind)) continue;
    const next = exitsOf(step).flatMap(({ to }) => (to === null ? [] : [to]));
    if (next.includes(goal)) return true;
    waiting.push(...next.filter((to) => !seen.has(to)));
    for (const to of next) seen.add(to);
  }
  return false;
}
