"use client";
import { RadioGroup as Primitive } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

type RadioOption = { value: string; label: string; hint?: ReactNode; icon?: ReactNode; isDisabled?: boolean };

type RadioGroupProps = {
  /** What is chosen, said above the choices. */
  label: string;
  isLabelHidden?: boolean;
  options: RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  name?: string;
  /** Two columns where there is room. */
  isGrid?: boolean;
};

/** One of a few choices that each deserve a sentence; every choice is a card. */
export function RadioGroup({ label, isLabelHidden, options, isGrid, ...root }: RadioGroupProps) {
  const labelId = useId();
  return (
    <div>
      <p id={labelId} className={isLabelHidden ? "sr-only" : "mb-1.5 text-small font-medium"}>
        {label}
      </p>
      <Primitive.Root
        {...root}
        aria-labelledby={labelId}
        className={cx("grid gap-2", isGrid && "sm:grid-cols-2")}
      >
        {options.map((option) => (
          <RadioCard key={option.value} option={option} />
        ))}
      </Primitive.Root>
    </div>
  );
}

function RadioCard({ option }: { option: RadioOption }) {
  const id = useId();
  return (
    <Primitive.Item
      value={option.value}
      disabled={option.isDisabled}
      aria-labelledby={`${id}label`}
      aria-describedby={option.hint ? `${id}hint` : undefined}
      className="group flex min-h-11 items-start gap-3 rounded-card border border-line bg-panel px-3.5 py-2.5 text-left transition-colors duration-100 hover:border-line-strong hover:bg-hover disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
    >
      <span className="mt-px grid size-[18px] shrink-0 place-items-center rounded-full border border-field bg-panel group-data-[state=checked]:border-[5.5px] group-data-[state=checked]:border-accent" />
      <span className="min-w-0 flex-1">
        <span id={`${id}label`} className="block font-medium">
          {option.label}
        </span>
        {option.hint && (
          <span id={`${id}hint`} className="block text-small text-muted">
            {option.hint}
          </span>
        )}
      </span>
      {option.icon && <span className="text-muted [&_svg]:size-[18px]">{option.icon}</span>}
    </Primitive.Item>
  );
}
