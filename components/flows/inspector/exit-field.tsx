import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { type Exit, kindName, nameOf } from "@/lib/flows/rules";
import type { FlowGraph, StepKind } from "@/lib/flows/schema";
import { stepKinds } from "../draft/graph-edits";

type ExitFieldProps = {
  graph: FlowGraph;
  exit: Exit;
  onConnect: (to: string | null) => void;
  onAdd: (kind: StepKind) => void;
};

const newStep = "new:";

/** Where one way out leads: to a step that is there, or to a new one. */
export function ExitField({ graph, exit, onConnect, onAdd }: ExitFieldProps) {
  const options = [
    { value: "", label: "Nothing yet" },
    ...Object.entries(graph.steps).map(([id, step]) => ({ value: id, label: `${nameOf(step)} (${id})` })),
    ...stepKinds.map((kind) => ({ value: `${newStep}${kind}`, label: `New step: ${kindName(kind)}` })),
  ];
  const choose = (value: string) => {
    const kind = stepKinds.find((one) => value === `${newStep}${one}`);
    if (kind) onAdd(kind);
    else onConnect(value === "" ? null : value);
  };
  return (
    <Field label={`${exit.label}, go to`}>
      <Select options={options} value={exit.to ?? ""} onValueChange={choose} />
    </Field>
  );
}
