"use client";
import { Switch as Primitive } from "radix-ui";
import { type ReactNode, useId } from "react";
import { ChoiceLabel } from "@/components/ui/form/choice-label";

type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  isDisabled?: boolean;
};

/** On or off, at once: words on the left, the switch on the right of its row. */
export function Switch({ label, hint, isDisabled, ...root }: SwitchProps) {
  const id = useId();
  const hintId = hint ? `${id}hint` : undefined;
  return (
    <div className="flex items-start justify-between gap-6 py-1 pointer-coarse:py-3">
      <ChoiceLabel htmlFor={id} label={label} hint={hint} hintId={hintId} />
      <Primitive.Root
        {...root}
        id={id}
        disabled={isDisabled}
        aria-describedby={hintId}
        className="relative h-[22px] w-[38px] shrink-0 rounded-full bg-field transition-colors duration-150 after:absolute after:-inset-3 hover:bg-muted disabled:opacity-50 data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-[18px] translate-x-0.5 rounded-full bg-panel shadow-raised transition-transform duration-150 ease-out data-[state=checked]:translate-x-[18px]" />
      </Primitive.Root>
    </div>
  );
}
