import type { ReactNode } from "react";

type ChoiceLabelProps = { htmlFor: string; label: ReactNode; hint?: ReactNode; hintId?: string };

/** The words beside a checkbox, a switch or a radio button. */
export function ChoiceLabel({ htmlFor, label, hint, hintId }: ChoiceLabelProps) {
  return (
    <span className="min-w-0">
      <label htmlFor={htmlFor} className="font-medium">
        {label}
      </label>
      {hint && (
        <span id={hintId} className="block text-small text-muted">
          {hint}
        </span>
      )}
    </span>
  );
}
