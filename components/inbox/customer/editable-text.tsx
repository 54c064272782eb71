"use client";
import { Pencil } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

type EditableTextProps = {
  /** What it is: "Name". */
  label: string;
  value: string;
  /** How it is shown when it is not being edited. */
  face?: string;
  placeholder?: string;
  type?: "text" | "email";
  isLeft?: boolean;
  onSave: (value: string) => unknown;
};

/** A text that becomes a field when it is clicked. Enter and leaving save, Escape does not. */
export function EditableText({
  label,
  value,
  face = value,
  placeholder,
  type = "text",
  isLeft,
  onSave,
}: EditableTextProps) {
  const [isEditing, setIsEditing] = useState(false);
  const isCancelled = useRef(false);

  function finish(next: string) {
    setIsEditing(false);
    const text = next.trim();
    if (!isCancelled.current && text !== "" && text !== value) onSave(text);
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") isCancelled.current = true;
    if (event.key === "Enter" || event.key === "Escape") {
      event.stopPropagation();
      event.currentTarget.blur();
    }
  }

  if (isEditing) {
    return (
      <input
        ref={(field) => field?.focus()}
        aria-label={label}
        type={type}
        defaultValue={value}
        placeholder={placeholder}
        onKeyDown={onKey}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => finish(event.currentTarget.value)}
        className={cx(
          "-my-0.5 w-full rounded-tag border border-accent bg-panel px-1.5 py-0.5 outline-none focus-visible:outline-none",
          !isLeft && "text-center",
        )}
      />
    );
  }
  return (
    <button
      type="button"
      onClick={() => {
        isCancelled.current = false;
        setIsEditing(true);
      }}
      aria-label={`${label}: ${face || "none"}. Edit`}
      className={cx(
        "group -mx-1.5 inline-flex max-w-[calc(100%+12px)] items-center gap-1.5 rounded-tag px-1.5 text-left hover:bg-selection pointer-coarse:min-h-11",
        !face && "text-muted",
      )}
    >
      <span className="truncate">{face || placeholder}</span>
      <Pencil
        className="size-3.5 shrink-0 text-muted opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
        aria-hidden
      />
    </button>
  );
}
