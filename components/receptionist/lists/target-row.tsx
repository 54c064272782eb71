"use client";
import { PhoneOff, Siren } from "lucide-react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { Tag } from "@/components/ui/display/tag";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { formatPhone } from "@/lib/kernel/phone-format";
import type { TransferTargets } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { RowCard } from "./row-card";

type TargetRowProps = { index: number; isLast: boolean; onRemove: () => void; onMove: (by: -1 | 1) => void };

/** One person: how they are called, who they are, where they are rung. */
export function TargetRow({ index, isLast, onRemove, onMove }: TargetRowProps) {
  const { control, formState } = useFormContext<TransferTargets>();
  const row = useWatch({ control, name: `targets.${index}` });
  return (
    <RowCard
      {...{ name: row?.label ?? "", placeholder: "New person" }}
      summary={row?.e164 ? formatPhone(row.e164) : "No phone number"}
      mark={row && <Mark {...row} />}
      {...{ hasError: formState.errors.targets?.[index] !== undefined }}
      {...{ isFirst: index === 0, isLast, onRemove, onMove }}
    >
      <TargetFields index={index} rings={row?.e164 ? "phone" : row?.memberId ? "browser" : "nowhere"} />
    </RowCard>
  );
}

function Mark({ e164, memberId, isEmergency }: TransferTargets["targets"][number]) {
  if (!e164)
    return (
      <Tag tone="warn" icon={<PhoneOff aria-hidden />}>
        {memberId ? "Browser only" : "Not rung"}
      </Tag>
    );
  return isEmergency ? (
    <Tag tone="bad" icon={<Siren aria-hidden />}>
      Emergency
    </Tag>
  ) : null;
}

const warnings = {
  browser:
    "Rung only in their browser, while they take calls there. Give a phone number to reach them anywhere.",
  nowhere: "Nobody is rung yet: choose somebody of the team, or give a phone number.",
};

function TargetFields({ index, rings }: { index: number; rings: "phone" | keyof typeof warnings }) {
  const { register, control, formState } = useFormContext<TransferTargets>();
  const { members } = useDesk();
  const errors = formState.errors.targets?.[index];
  const path = `targets.${index}` as const;
  const people = [
    { value: "", label: "Nobody of the team" },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label="Called" error={errors?.label?.message ?? ""}>
        <Input placeholder="Front desk (Anika)" {...register(`${path}.label`)} />
      </Field>
      <Field label="Team member" error={errors?.memberId?.message ?? ""}>
        <Controller
          control={control}
          name={`${path}.memberId`}
          render={({ field }) => (
            <Select
              value={field.value ?? ""}
              options={people}
              onValueChange={(id) => field.onChange(id || null)}
            />
          )}
        />
      </Field>
      <Field label="Rings at" error={errors?.e164?.message ?? ""}>
        <Input
          type="tel"
          isTabular
          placeholder="Phone number"
          {...register(`${path}.e164`, { setValueAs: (text: string | null) => text?.trim() || null })}
        />
      </Field>
      {rings !== "phone" && <p className="text-meta text-warn sm:col-span-3">{warnings[rings]}</p>}
      <div className="sm:col-span-3">
        <Controller
          control={control}
          name={`${path}.isEmergency`}
          render={({ field }) => (
            <Checkbox label="For emergencies" checked={field.value} onCheckedChange={field.onChange} />
          )}
        />
      </div>
    </div>
  );
}
