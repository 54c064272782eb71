"use client";
import { Trash2, UserPlus } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import type { Offers } from "@/lib/receptionist/schema";

type StaffListProps = {
  rows: { key: string; name: string }[];
  onAdd: () => void;
  onRemove: (index: number) => void;
};

/** Whose time is booked: people, rooms, chairs. */
export function StaffList({ rows, onAdd, onRemove }: StaffListProps) {
  const { register, formState } = useFormContext<Offers>();
  return (
    <fieldset className="mt-6">
      <legend className="text-small font-medium">With whom</legend>
      <p className="mb-2.5 text-meta text-muted">
        {rows.length === 0
          ? "Nothing can be booked yet: add a person, room or chair. Each has one appointment at a time."
          : "Each has one appointment at a time. Everybody gives every service."}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {rows.map((row, index) => (
          <li key={row.key} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <Field
                label={`Person ${index + 1}`}
                isLabelHidden
                error={formState.errors.staff?.[index]?.name?.message ?? ""}
              >
                <Input placeholder="Dr. Patel" {...register(`staff.${index}.name`)} />
              </Field>
            </div>
            <IconButton
              label={`Remove ${row.name || `person ${index + 1}`}`}
              icon={<Trash2 />}
              onClick={() => onRemove(index)}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Button icon={<UserPlus aria-hidden />} onClick={onAdd}>
          Add a person
        </Button>
      </div>
    </fieldset>
  );
}
