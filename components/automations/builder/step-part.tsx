"use client";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { FieldError } from "@/components/ui/form/field";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import { knownTo, type RuleStep, type RuleStepKind, type TriggerKind } from "@/lib/automations/schema";
import { newStep } from "./defaults";
import { type Member, StepField } from "./step-field";
import type { Errors } from "./use-rule-draft";
import { stepWords } from "./words";

const kinds: readonly RuleStepKind[] = [
  ...(["send_sms", "send_whatsapp", "ai_reply", "wait", "tag", "note", "assign", "priority"] as const),
  ...(["close", "webhook"] as const),
];

type StepPartProps = {
  on: TriggerKind;
  steps: RuleStep[];
  members: readonly Member[];
  errors: Errors;
  onChange: (steps: RuleStep[]) => void;
};

/** What is done, in its order. */
export function StepPart({ on, steps, members, errors, onChange }: StepPartProps) {
  const knows = knownTo[on];
  const swap = (index: number) =>
    onChange(
      steps.flatMap((step, at) => {
        const next = steps[at + 1];
        if (at === index && next) return [next, step];
        return at === index + 1 ? [] : [step];
      }),
    );
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place, and their fields hold no state that could stay behind
          <li key={`${step.do}${index}`} className="rounded-card border border-line bg-panel p-4">
            <div className="mb-2 flex items-center gap-2">
              <span
                className="tabular grid size-5 shrink-0 place-items-center rounded-full bg-selection text-tiny font-semibold text-muted"
                aria-hidden
              >
                {index + 1}
              </span>
              <h3 className="min-w-0 flex-1 truncate font-semibold">{stepWords[step.do]}</h3>
              <IconButton
                size="sm"
                label={`Move step ${index + 1} up`}
                icon={<ArrowUp aria-hidden />}
                disabled={index === 0}
                onClick={() => swap(index - 1)}
              />
              <IconButton
                size="sm"
                label={`Move step ${index + 1} down`}
                icon={<ArrowDown aria-hidden />}
                disabled={index === steps.length - 1}
                onClick={() => swap(index)}
              />
              <IconButton
                size="sm"
                label={`Remove step ${index + 1}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => onChange(steps.filter((_, at) => at !== index))}
              />
            </div>
            <StepField
              step={step}
              groups={knows.variables}
              members={members}
              error={errors.under(`steps.${index}`)}
              onChange={(next) => onChange(steps.map((one, at) => (at === index ? next : one)))}
            />
          </li>
        ))}
      </ol>
      {errors.at("steps") && <FieldError>{errors.at("steps")}</FieldError>}
      <div>
        <Menu
          trigger={
            <Button size="sm" icon={<Plus aria-hidden />}>
              Add a step
            </Button>
          }
        >
          {kinds
            .filter((kind) => kind !== "ai_reply" || knows.hasText)
            .map((kind) => (
              <MenuItem key={kind} onSelect={() => onChange([...steps, newStep(kind)])}>
                {stepWords[kind]}
              </MenuItem>
            ))}
        </Menu>
      </div>
    </div>
  );
}
