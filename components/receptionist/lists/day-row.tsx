"use client";
import { Trash2 } from "lucide-react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { IconButton } from "@/components/ui/action/icon-button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import type { OpeningTimes } from "@/lib/receptionist/schema";
import { TimeInput } from "./time-input";

type DayRowProps = { form: UseFormReturn<OpeningTimes>; index: number; onRemove: () => void };

/** A day that differs: a holiday, shorter hours, an open Sunday. */
export function DayRow({ form, index, onRemove }: DayRowProps) {
  const day = useWatch({ control: form.control, name: `days.${index}` });
  const errors = form.formState.errors.days?.[index];
  const isOpen = day.opensAt !== null;
  const set = (times: { opensAt: string | null; closesAt: string | null }) =>
    form.setValue(`days.${index}`, { ...day, ...times }, { shouldDirty: true });
  return (
    <li className="flex flex-wrap items-start gap-2 py-2 pr-1.5 pl-4">
      <div className="w-[148px]">
        <Field label="Day" isLabelHidden error={errors?.day ? "Choose a day" : ""}>
          <Input type="date" isTabular {...form.register(`days.${index}.day`)} />
        </Field>
      </div>
      <div className="w-[128px]">
        <Select
          label="Open or closed"
          value={isOpen ? "open" : "closed"}
          options={[
            { value: "closed", label: "Closed" },
            { value: "open", label: "Open" },
          ]}
          onValueChange={(value) =>
            set(
              value === "open" ? { opensAt: "09:00", closesAt: "13:00" } : { opensAt: null, closesAt: null },
            )
          }
        />
      </div>
      {isOpen && (
        <span className="flex items-center gap-1">
          <TimeInput
            label="Opens"
            value={day.opensAt ?? ""}
            onChange={(opensAt) => set({ opensAt, closesAt: day.closesAt })}
          />
          <span className="text-muted">–</span>
          <TimeInput
            label="Closes"
            isEnd
            value={day.closesAt ?? ""}
            onChange={(closesAt) => set({ opensAt: day.opensAt, closesAt })}
          />
        </span>
      )}
      <div className="min-w-[140px] flex-1">
        <Field
          label="Reason"
          isLabelHidden
          error={errors?.closesAt?.message ?? errors?.reason?.message ?? ""}
        >
          <Input placeholder="Why: Christmas Day" {...form.register(`days.${index}.reason`)} />
        </Field>
      </div>
      <IconButton
        label={`Remove ${day.reason || day.day || "this day"}`}
        icon={<Trash2 />}
        onClick={onRemove}
      />
    </li>
  );
}
