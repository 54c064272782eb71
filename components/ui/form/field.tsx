"use client";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";
import { FieldContext, type FieldControl } from "@/components/ui/form/field-context";

type FieldProps = {
  label: ReactNode;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean;
  /** One helpful sentence under the control. */
  hint?: ReactNode;
  /** Text of the error; give it `errors.name?.message` of react-hook-form. */
  error?: string;
  /** Adds "Optional" after the label. */
  isOptional?: boolean;
  isRequired?: boolean;
  /** One control: Input, Textarea, Select, Combobox. */
  children: ReactNode;
};

/** A label, its control, a hint and an error that belong together. */
export function Field({ label, isLabelHidden, hint, error, isOptional, isRequired, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}hint` : undefined;
  const errorId = error ? `${id}error` : undefined;
  const control: FieldControl = {
    id,
    "aria-describedby": [errorId, hintId].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-required": isRequired ? true : undefined,
  };
  return (
    <FieldContext value={control}>
      <div className="flex min-w-0 flex-col gap-1.5">
        <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-small font-medium text-text"}>
          {label}
          {isOptional && <span className="font-normal text-muted"> · Optional</span>}
        </label>
        {children}
        {error && <FieldError id={errorId}>{error}</FieldError>}
        {hint && (
          <p id={hintId} className={cx("text-meta text-muted", error && "sr-only")}>
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** The sentence that says what to change; read out as soon as it appears. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-meta text-bad">
      <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
