"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";
import { type ReactNode, useId } from "react";
import { ChoiceLabel } from "@/components/ui/form/choice-label";

type CheckboxProps = {
  label: ReactNode;
  /** Keeps the label for screen readers only, e.g. in a table row. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  checked?: boolean | "indeterminate";
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  isDisabled?: boolean;
};

/** Yes or no that counts when the form is sent. For what applies at once, a Switch. */
export function Checkbox({
  label,
  isLabelHidden,
  hint,
  onCheckedChange,
  isDisabled,
  ...root
}: CheckboxProps) {
  const id = useId();
  const hintId = hint ? `${id}hint` : undefined;
  return (
    <span className="flex items-start gap-2.5 py-1 pointer-coarse:py-3">
      <Primitive.Root
        {...root}
        id={id}
        disabled={isDisabled}
        onCheckedChange={(checked) => onCheckedChange?.(checked === true)}
        aria-label={isLabelHidden && typeof label === "string" ? label : undefined}
        aria-describedby={hintId}
        className="group relative mt-px grid size-[18px] shrink-0 place-items-center rounded-[5px] border border-field bg-panel text-on-accent transition-colors duration-100 after:absolute after:-inset-3 hover:border-muted disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
      >
        <Primitive.Indicator>
          <Check className="size-3.5 stroke-[2.6] group-data-[state=indeterminate]:hidden" aria-hidden />
          <Minus
            className="hidden size-3.5 stroke-[2.6] group-data-[state=indeterminate]:block"
            aria-hidden
          />
        </Primitive.Indicator>
      </Primitive.Root>
      {!isLabelHidden && <ChoiceLabel htmlFor={id} label={label} hint={hint} hintId={hintId} />}
    </span>
  );
}
