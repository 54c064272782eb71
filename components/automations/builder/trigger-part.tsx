"use client";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Select } from "@/components/ui/form/select";
import { type Trigger, type TriggerKind, triggerKinds } from "@/lib/automations/schema";
import { newTrigger } from "./defaults";
import { SpanInput } from "./span-input";
import { triggerWords } from "./words";

const options = triggerKinds.map((kind) => ({ value: kind, label: triggerWords[kind] }));

type TriggerPartProps = { trigger: Trigger; onChange: (trigger: Trigger) => void };

/** What starts the rule. */
export function TriggerPart({ trigger, onChange }: TriggerPartProps) {
  return (
    <div className="flex flex-col gap-4">
      <Field label="When" isLabelHidden>
        <Select
          options={options}
          value={trigger.on}
          onValueChange={(value) => {
            const kind = triggerKinds.find((one) => one === value);
            if (kind) onChange(newTrigger(kind satisfies TriggerKind));
          }}
        />
      </Field>
      <TriggerDetail trigger={trigger} onChange={onChange} />
    </div>
  );
}

function TriggerDetail({ trigger, onChange }: TriggerPartProps) {
  switch (trigger.on) {
    case "conversation_idle":
      return (
        <div className="flex flex-wrap items-center gap-3">
          <SegmentedControl
            label="Who waits"
            options={[
              { value: "us", label: "The customer waits" },
              { value: "customer", label: "We wait" },
            ]}
            value={trigger.waitingFor}
            onValueChange={(waitingFor) => onChange({ ...trigger, waitingFor })}
          />
          <SpanInput
            label="For how long"
            minutes={trigger.minutes}
            onChange={(minutes) => onChange({ ...trigger, minutes })}
          />
        </div>
      );
    case "appointment_due":
      return (
        <div className="flex flex-wrap items-center gap-3">
          <SpanInput
            label="How long"
            minutes={trigger.minutes}
            onChange={(minutes) => onChange({ ...trigger, minutes })}
          />
          <SegmentedControl
            label="Before or after"
            options={[
              { value: "before_start", label: "before it begins" },
              { value: "after_end", label: "after it ends" },
            ]}
            value={trigger.when}
            onValueChange={(when) => onChange({ ...trigger, when })}
          />
        </div>
      );
    case "customer_tagged":
      return (
        <Field label="Tag" hint="Leave it empty for any tag.">
          <Input
            value={trigger.tag ?? ""}
            maxLength={40}
            onChange={(event) => onChange({ ...trigger, tag: event.target.value || null })}
          />
        </Field>
      );
    default:
      return null;
  }
}
