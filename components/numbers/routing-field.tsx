"use client";
import Link from "next/link";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import type { CallRouting } from "@/lib/setup/schema";

/** Somebody of the transfer list. */
export type RingTarget = { id: string; label: string; e164: string | null; memberName: string | null };

const modes: { value: CallRouting["mode"]; label: string }[] = [
  { value: "receptionist", label: "The receptionist answers" },
  { value: "ring", label: "Ring people or forward, then the receptionist" },
  { value: "ring_voicemail", label: "Ring people or forward, then voicemail" },
  { value: "after_hours", label: "People while open, the receptionist after hours" },
  { value: "voicemail", label: "Voicemail only" },
  { value: "flow", label: "A flow that you drew" },
];

type RoutingFieldProps = {
  id: string;
  routing: CallRouting;
  targets: RingTarget[];
  flows: { id: string; name: string }[];
};

/** What happens to calls on a number. */
export function RoutingField({ id, routing, targets, flows }: RoutingFieldProps) {
  const [mode, setMode] = useState(routing.mode);
  const [chosen, setChosen] = useState(routing.targetIds);
  const [flowId, setFlowId] = useState(routing.flowId ?? flows[0]?.id ?? null);
  const { save, isSaving } = useSave();
  const rings = mode !== "receptionist" && mode !== "voicemail" && mode !== "flow";
  const isChanged =
    mode !== routing.mode ||
    (rings && chosen.join() !== routing.targetIds.join()) ||
    (mode === "flow" && flowId !== routing.flowId);

  const toggle = (target: string, on: boolean) =>
    setChosen(on ? [...chosen, target] : chosen.filter((one) => one !== target));
  const store = () =>
    save(
      () =>
        callApi("PUT", `/api/v1/numbers/${id}/routing`, {
          body: { mode, targetIds: rings ? chosen : [], flowId: mode === "flow" ? flowId : null },
        }),
      "Saved. The next call goes this way.",
    );

  return (
    <div className="mt-4 flex flex-col gap-3">
      <Field label="When somebody calls">
        <Select
          options={modes}
          value={mode}
          onValueChange={(value) =>
            setMode(modes.find((one) => one.value === value)?.value ?? "receptionist")
          }
        />
      </Field>
      {mode === "flow" && <FlowChoice flows={flows} flowId={flowId} onChoose={setFlowId} />}
      {rings && targets.length === 0 && (
        <p className="text-small text-warn">
          Nobody who can be rung stands in the transfer list yet.{" "}
          <Link href="/settings/receptionist#people" className="font-medium underline underline-offset-2">
            Add somebody
          </Link>
        </p>
      )}
      {rings &&
        targets.map((target) => (
          <Checkbox
            key={target.id}
            label={target.label}
            hint={[target.memberName && `${target.memberName}'s browser`, target.e164]
              .filter(Boolean)
              .join(" and ")}
            checked={chosen.includes(target.id)}
            onCheckedChange={(on) => toggle(target.id, on === true)}
          />
        ))}
      {mode !== "voicemail" && mode !== "ring_voicemail" && (
        <p className="text-small">
          <Link
            href={`/settings/receptionist?number=${id}`}
            className="font-medium text-accent underline underline-offset-2"
          >
            What the receptionist says on this number
          </Link>
        </p>
      )}
      {isChanged && (
        <div>
          <Button
            variant="primary"
            size="sm"
            isLoading={isSaving}
            onClick={store}
            disabled={(rings && chosen.length === 0) || (mode === "flow" && !flowId)}
          >
            Save
          </Button>
        </div>
      )}
    </div>
  );
}

type FlowChoiceProps = {
  flows: RoutingFieldProps["flows"];
  flowId: string | null;
  onChoose: (id: string) => void;
};

function FlowChoice({ flows, flowId, onChoose }: FlowChoiceProps) {
  if (flows.length === 0)
    return (
      <p className="text-small text-muted">
        No flow is published yet.{" "}
        <Link href="/flows" className="text-accent underline underline-offset-2">
          Draw one
        </Link>
        , and it can be chosen here.
      </p>
    );
  return (
    <Field label="Which flow">
      <Select
        options={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={flowId ?? ""}
        onValueChange={onChoose}
      />
    </Field>
  );
}
