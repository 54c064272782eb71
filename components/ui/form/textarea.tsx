"use client";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/form/control-class";
import { useFieldControl } from "@/components/ui/form/field-context";

type TextareaProps = Omit<ComponentProps<"textarea">, "className"> & {
  /** Without a frame, for a composer that draws its own. */
  isBare?: boolean;
  /** Grows up to this many lines, then scrolls. */
  maxRows?: number;
};

/** Several lines of text; grows with what is typed (CSS field-sizing, fixed rows where a browser lacks it). */
export function Textarea({ isBare, maxRows = 10, rows = 3, id, ...rest }: TextareaProps) {
  const control = useFieldControl({ id });
  return (
    <textarea
      {...control}
      rows={rows}
      {...rest}
      style={{ minHeight: `${rows * 20 + 16}px`, maxHeight: `${maxRows * 20 + 16}px` }}
      className={cx(
        "scroll-quiet field-sizing-content resize-none py-2",
        isBare
          ? "w-full bg-transparent px-1 text-field text-text outline-none focus-visible:outline-none"
          : cx(controlClass, "px-3"),
      )}
    />
  );
}
