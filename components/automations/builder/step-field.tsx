"use client";
import { Field, FieldError } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Select } from "@/components/ui/form/select";
import type { RuleStep } from "@/lib/automations/schema";
import type { VariableGroup } from "@/lib/kernel/variables";
import { SpanInput } from "./span-input";
import { VariableText } from "./variable-text";

/** Somebody a conversation can be given to. */
export type Member = { id: string; name: string };

type StepFieldProps = {
  step: RuleStep;
  groups: readonly VariableGroup[];
  members: readonly Member[];
  error: string | undefined;
  onChange: (step: RuleStep) => void;
};

/** What one says about a step. */
export function StepField({ step, groups, members, error, onChange }: StepFieldProps) {
  switch (step.do) {
    case "send_sms":
    case "send_whatsapp":
    case "note":
      return (
        <>
          <VariableText
            label={step.do === "note" ? "Note, for your people only" : "Text"}
            value={step.body}
            groups={groups}
            error={error}
            onChange={(body) => onChange({ ...step, body })}
          />
          {step.do === "send_whatsapp" && (
            <p className="mt-2 text-meta text-muted">
              WhatsApp takes free text for 24 hours after the customer's last message; later it is refused,
              and the log says so.
            </p>
          )}
        </>
      );
    case "assign":
      return <Assignee step={step} members={members} onChange={onChange} />;
    case "tag":
      return (
        <Field label="Tag" {...(error ? { error } : {})}>
          <Input
            value={step.tag}
            maxLength={40}
            placeholder="asked for prices"
            onChange={(event) => onChange({ ...step, tag: event.target.value })}
          />
        </Field>
      );
    case "priority":
      return (
        <SegmentedControl
          label="Priority"
          options={[
            { value: "low", label: "Low" },
            { value: "normal", label: "Normal" },
            { value: "high", label: "High" },
            { value: "urgent", label: "Urgent" },
          ]}
          value={step.priority}
          onValueChange={(priority) => onChange({ ...step, priority })}
        />
      );
    case "wait":
      return (
        <div className="flex flex-col gap-1.5">
          <SpanInput
            label="Wait"
            minutes={step.minutes}
            onChange={(minutes) => onChange({ ...step, minutes })}
          />
          <p className="text-meta text-muted">Then everything is looked at again before it goes on.</p>
          {error && <FieldError>{error}</FieldError>}
        </div>
      );
    case "webhook":
      return (
        <Field
          label="Address"
          hint="A signed POST to a public https address, tried five times. The secret is on the log page."
          {...(error ? { error } : {})}
        >
          <Input
            type="url"
            value={step.url}
            placeholder="https://example.com/hook"
            onChange={(event) => onChange({ ...step, url: event.target.value })}
          />
        </Field>
      );
    case "close":
      return <p className="text-muted">A new message opens it again, or a new one.</p>;
    case "ai_reply":
      return (
        <p className="text-muted">
          It answers from your own facts, and stays silent when a person has the conversation.
        </p>
      );
  }
}

type AssigneeProps = {
  step: Extract<RuleStep, { do: "assign" }>;
  members: readonly Member[];
  onChange: (step: RuleStep) => void;
};

function Assignee({ step, members, onChange }: AssigneeProps) {
  const { to } = step;
  return (
    <Field label="To">
      <Select
        options={[
          { value: "assistant", label: "The receptionist" },
          { value: "nobody", label: "Nobody" },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={to.kind === "member" ? to.memberId : to.kind}
        onValueChange={(value) =>
          onChange({
            ...step,
            to:
              value === "assistant" || value === "nobody"
                ? { kind: value }
                : { kind: "member", memberId: value },
          })
        }
      />
    </Field>
  );
}
