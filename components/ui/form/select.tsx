"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/form/control-class";
import { useFieldControl } from "@/components/ui/form/field-context";
import { floatClass } from "@/components/ui/overlay/float-class";

export type SelectOption = {
  value: string;
  label: string;
  /** A quiet second line. */
  hint?: string;
  icon?: ReactNode;
  isDisabled?: boolean;
};

type SelectProps = {
  options: SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  /** Sends the value with its form. */
  name?: string;
  isDisabled?: boolean;
  /** Needed outside a Field. */
  label?: string;
  id?: string;
};

/** One of a few known values (up to about fifteen; a Combobox beyond). Use Controller with react-hook-form. */
export function Select({ options, placeholder = "Choose…", isDisabled, label, id, ...root }: SelectProps) {
  const control = useFieldControl({ id });
  return (
    <Primitive.Root {...root} disabled={isDisabled}>
      <Primitive.Trigger
        {...control}
        aria-label={label}
        className={cx(
          controlClass,
          "group flex h-control items-center gap-2 pr-2.5 pl-3 text-left data-placeholder:text-muted",
        )}
      >
        <span className="min-w-0 flex-1 truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <ChevronDown className="size-4 shrink-0 text-muted" aria-hidden />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={5}
          collisionPadding={8}
          className={cx(
            floatClass,
            "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden",
          )}
        >
          <Primitive.Viewport className="p-1">
            {options.map((option) => (
              <Choice key={option.value} option={option} />
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Choice({ option }: { option: SelectOption }) {
  return (
    <Primitive.Item
      value={option.value}
      disabled={option.isDisabled}
      className="flex min-h-control cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1.5 outline-none data-disabled:opacity-50 data-highlighted:bg-selection [&_svg]:size-4"
    >
      {option.icon && <span className="text-muted">{option.icon}</span>}
      <span className="min-w-0 flex-1">
        <Primitive.ItemText>{option.label}</Primitive.ItemText>
        {option.hint && <span className="block text-meta text-muted">{option.hint}</span>}
      </span>
      <span className="w-4 shrink-0 text-accent">
        <Primitive.ItemIndicator>
          <Check aria-hidden />
        </Primitive.ItemIndicator>
      </span>
    </Primitive.Item>
  );
}
