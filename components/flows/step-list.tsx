import { CircleAlert, Flag } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Tag } from "@/components/ui/display/tag";
import { exitsOf, nameOf, type Problem, reachable } from "@/lib/flows/rules";
import type { FlowGraph } from "@/lib/flows/schema";
import { gist, StepIcon } from "./draft/step-face";

type StepListProps = {
  graph: FlowGraph;
  problems: readonly Problem[];
  chosen: string | null;
  /** Where the walk-through stands. */
  walkedTo: string | null;
  onChoose: (id: string) => void;
};

/** Every step with where it leads, in the order in which a call comes to them: the drawing without a mouse. */
export function StepList({ graph, problems, chosen, walkedTo, onChoose }: StepListProps) {
  const inOrder = [...new Set([...reachable(graph), ...Object.keys(graph.steps)])];
  return (
    <ol aria-label="Steps" className="flex flex-col gap-2">
      {inOrder.map((id) => {
        const step = graph.steps[id];
        if (!step) return null;
        const wrong = problems.filter(({ stepId }) => stepId === id);
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={chosen === id}
              onClick={() => onChoose(id)}
              className={cx(
                "flex w-full items-start gap-3 rounded-card border bg-panel p-3 text-left shadow-raised hover:bg-hover",
                chosen === id ? "border-accent" : "border-line",
              )}
            >
              <StepIcon kind={step.kind} />
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-2 font-semibold">
                  {nameOf(step)}
                  {graph.start === id && <Tag icon={<Flag aria-hidden />}>Start</Tag>}
                  {walkedTo === id && <Tag tone="accent">The walk is here</Tag>}
                </span>
                <span className="mt-0.5 line-clamp-2 text-small text-muted">{gist(step)}</span>
                <span className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-meta text-muted">
                  {exitsOf(step).map(({ field, label, to }) => (
                    <span key={field}>
                      {label} → {to ? nameOfStep(graph, to) : "nothing yet"}
                    </span>
                  ))}
                </span>
                {wrong.map(({ sentence, severity }) => (
                  <span
                    key={sentence}
                    className={cx(
                      "mt-1 flex items-start gap-1.5 text-meta",
                      severity === "error" ? "text-bad" : "text-warn",
                    )}
                  >
                    <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
                    {sentence}
                  </span>
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function nameOfStep(graph: FlowGraph, id: string): string {
  const step = graph.steps[id];
  return step ? nameOf(step) : "a step that is gone";
}
