"use client";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/form/control-class";
import { useFieldControl } from "@/components/ui/form/field-context";

type InputProps = Omit<ComponentProps<"input">, "className"> & {
  /** Icon before the text. */
  icon?: ReactNode;
  /** A small control or unit after the text. */
  trailing?: ReactNode;
  /** Digits keep their columns: phone numbers, codes, prices. */
  isTabular?: boolean;
};

/** One line of text. Works with react-hook-form's `register` and inside a Field. */
export function Input({ icon, trailing, isTabular, id, ...rest }: InputProps) {
  const control = useFieldControl({ id });
  return (
    <span className="relative flex w-full items-center">
      {icon && (
        <span className="pointer-events-none absolute left-2.5 text-muted [&_svg]:size-4" aria-hidden>
          {icon}
        </span>
      )}
      <input
        {...control}
        {...rest}
        className={cx(
          controlClass,
          "h-control read-only:bg-bg",
          icon ? "pl-8.5" : "pl-3",
          trailing ? "pr-10" : "pr-3",
          isTabular && "tabular",
        )}
      />
      {trailing && (
        <span className="absolute right-1 flex items-center text-meta text-muted">{trailing}</span>
      )}
    </span>
  );
}
