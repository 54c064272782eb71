"use client";
import { Flag, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { exitsOf, kindName, type Problem } from "@/lib/flows/rules";
import type { FlowChoices, FlowGraph, Step } from "@/lib/flows/schema";
import { addStep, changeStep, connect, removeStep } from "../draft/graph-edits";
import { StepIcon } from "../draft/step-face";
import { ExitField } from "./exit-field";
import { StepFields } from "./step-fields";

type StepInspectorProps = {
  graph: FlowGraph;
  stepId: string;
  step: Step;
  problems: readonly Problem[];
  choices: FlowChoices;
  onChange: (graph: FlowGraph) => void;
  onChoose: (id: string | null) => void;
};

/** Everything about one step: what it says and does, and where each way out leads. */
export function StepInspector({
  graph,
  stepId,
  step,
  problems,
  choices,
  onChange,
  onChoose,
}: StepInspectorProps) {
  const wrong = problems.filter((one) => one.stepId === stepId);
  const set = (next: Step) => onChange(changeStep(graph, stepId, next));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <StepIcon kind={step.kind} />
        <h2 className="text-title">{kindName(step.kind)}</h2>
      </div>
      {wrong.length > 0 && (
        <div role="status" className="rounded-control bg-warn-soft px-3 py-2 text-small text-warn">
          <ul className="flex flex-col gap-1">
            {wrong.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <Field label="Name" isOptional>
        <Input
          value={step.name ?? ""}
          maxLength={60}
          placeholder={kindName(step.kind)}
          onChange={(event) => set({ ...step, name: event.target.value || undefined } as Step)}
        />
      </Field>
      <StepFields step={step} choices={choices} onChange={set} />
      {exitsOf(step).map((exit) => (
        <ExitField
          key={exit.field}
          graph={graph}
          exit={exit}
          onConnect={(to) => onChange(connect(graph, stepId, exit.field, to))}
          onAdd={(kind) => {
            const added = addStep(graph, kind, { stepId, field: exit.field });
            onChange(added.graph);
            onChoose(added.id);
          }}
        />
      ))}
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {graph.start !== stepId && (
          <Button size="sm" icon={<Flag aria-hidden />} onClick={() => onChange({ ...graph, start: stepId })}>
            Start here
          </Button>
        )}
        <Button
          size="sm"
          variant="ghost"
          icon={<Trash2 aria-hidden />}
          onClick={() => {
            onChange(removeStep(graph, stepId));
            onChoose(null);
          }}
        >
          Remove step
        </Button>
      </div>
    </div>
  );
}
