"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/form/control-class";
import { useFieldControl } from "@/components/ui/form/field-context";

export type SelectOption = {
  value: string;
  label: string;
  /** A few more words, after the label. */
  hint?: string;
  isDisabled?: boolean;
};

type SelectProps = Omit<ComponentProps<"select">, "className" | "children"> & {
  options: readonly SelectOption[];
  onValueChange?: (value: string) => void;
  /** Stands as long as nothing is chosen. */
  placeholder?: string;
  /** Needed outside a Field. */
  label?: string;
};

/**
 * One of a few known values (up to about fifteen; a Combobox beyond). The browser's own select, so that phones show their
 * picker and react-hook-form's `register` fits; browsers that let a page style the list show ours.
 */
export function Select({ options, onValueChange, onChange, placeholder, label, id, ...rest }: SelectProps) {
  const control = useFieldControl({ id });
  const start =
    placeholder !== undefined && rest.value === undefined ? (rest.defaultValue ?? "") : rest.defaultValue;
  return (
    <span className="relative flex w-full items-center">
      <select
        {...control}
        aria-label={label}
        {...rest}
        defaultValue={start}
        onChange={(event) => {
          onChange?.(event);
          onValueChange?.(event.target.value);
        }}
        className={cx(controlClass, "picker h-control text-ellipsis whitespace-nowrap pr-8.5 pl-3")}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.hint ? `${option.label} · ${option.hint}` : option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2.5 size-4 text-muted" aria-hidden />
    </span>
  );
}
