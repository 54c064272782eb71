"use client";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { FieldError } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import { type Condition, knownTo, type TriggerKind } from "@/lib/automations/schema";
import { newCondition } from "./defaults";
import type { Errors } from "./use-rule-draft";
import { conditionWords } from "./words";
import { WordsInput } from "./words-input";

type ConditionPartProps = {
  on: TriggerKind;
  conditions: Condition[];
  errors: Errors;
  onChange: (conditions: Condition[]) => void;
};

/** What must be so for the rule to go on. */
export function ConditionPart({ on, conditions, errors, onChange }: ConditionPartProps) {
  const replace = (index: number, condition: Condition) =>
    onChange(conditions.map((one, at) => (at === index ? condition : one)));
  return (
    <div className="flex flex-col gap-3">
      {conditions.length > 0 && (
        <ul className="flex flex-col gap-3">
          {conditions.map((condition, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own and are never reordered
            <li key={`${condition.if}${index}`} className="flex flex-col gap-1.5">
              <div className="flex items-center gap-3">
                <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2">
                  <span className="w-40 shrink-0 text-small font-medium">{conditionWords[condition.if]}</span>
                  <div className="min-w-52 flex-1">
                    <ConditionField condition={condition} onChange={(next) => replace(index, next)} />
                  </div>
                </div>
                <IconButton
                  size="sm"
                  label={`Remove the condition “${conditionWords[condition.if]}”`}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onChange(conditions.filter((_, at) => at !== index))}
                />
              </div>
              {errors.under(`conditions.${index}`) && (
                <FieldError>{errors.under(`conditions.${index}`)}</FieldError>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Menu
          trigger={
            <Button size="sm" icon={<Plus aria-hidden />}>
              Add a condition
            </Button>
          }
        >
          {knownTo[on].conditions.map((kind) => (
            <MenuItem key={kind} onSelect={() => onChange([...conditions, newCondition(kind)])}>
              {conditionWords[kind]}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </div>
  );
}

type ConditionFieldProps = { condition: Condition; onChange: (condition: Condition) => void };

function ConditionField({ condition, onChange }: ConditionFieldProps) {
  switch (condition.if) {
    case "text_contains":
    case "text_equals":
      return (
        <WordsInput
          label={conditionWords[condition.if]}
          words={condition.words}
          onChange={(words) => onChange({ ...condition, words })}
        />
      );
    case "hours":
      return (
        <SegmentedControl
          label="Opening hours"
          options={[
            { value: "open", label: "We are open" },
            { value: "closed", label: "We are closed" },
          ]}
          value={condition.are}
          onValueChange={(are) => onChange({ ...condition, are })}
        />
      );
    case "tag":
      return (
        <div className="flex flex-wrap items-center gap-2">
          <SegmentedControl
            label="Has the tag or not"
            options={[
              { value: "has", label: "has" },
              { value: "not", label: "has not" },
            ]}
            value={condition.has ? "has" : "not"}
            onValueChange={(value) => onChange({ ...condition, has: value === "has" })}
          />
          <span className="min-w-32 flex-1">
            <Input
              aria-label="Tag"
              placeholder="vip"
              value={condition.tag}
              maxLength={40}
              onChange={(event) => onChange({ ...condition, tag: event.target.value })}
            />
          </span>
        </div>
      );
    case "channel":
      return (
        <SegmentedControl
          label="Channel"
          options={[
            { value: "sms", label: "SMS" },
            { value: "whatsapp", label: "WhatsApp" },
            { value: "call", label: "Phone" },
          ]}
          value={condition.is}
          onValueChange={(is) => onChange({ ...condition, is })}
        />
      );
    case "first_time":
      return (
        <SegmentedControl
          label="First contact"
          options={[
            { value: "yes", label: "It is their first" },
            { value: "no", label: "We know them" },
          ]}
          value={condition.is ? "yes" : "no"}
          onValueChange={(value) => onChange({ ...condition, is: value === "yes" })}
        />
      );
    case "sentiment":
      return (
        <SegmentedControl
          label="How the call sounded"
          options={[
            { value: "positive", label: "Positive" },
            { value: "neutral", label: "Neutral" },
            { value: "negative", label: "Negative" },
          ]}
          value={condition.is}
          onValueChange={(is) => onChange({ ...condition, is })}
        />
      );
  }
}
