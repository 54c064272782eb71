"use client";
import { DateFields } from "@/components/calls/list/date-filter";
import type { FilterChoice } from "@/components/calls/list/filter-choices";
import { useCallsFilter } from "@/components/calls/list/use-calls-filter";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";

type FilterSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  choices: FilterChoice[];
  timezone: string;
};

/** All filters under each other, on a phone; each applies at once. */
export function FilterSheet({ open, onOpenChange, choices, timezone }: FilterSheetProps) {
  const { filter, set, clear } = useCallsFilter();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Filter calls"
      footer={
        <>
          <Button onClick={clear}>Clear all</Button>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Show calls
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {choices.map(({ name, label, options }) => (
          <Field key={name} label={label}>
            <Select
              options={[{ value: "", label: "Any" }, ...options]}
              value={filter[name] ?? ""}
              onValueChange={(value) => set({ [name]: value || undefined })}
            />
          </Field>
        ))}
        <DateFields timezone={timezone} />
      </div>
    </Dialog>
  );
}
