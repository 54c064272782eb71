import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/action/button-class";
import { WorkingDots } from "@/components/ui/action/working-dots";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";

export type ButtonProps = Omit<ComponentProps<"button">, "className"> &
  ButtonLook & {
    /** Goes before the words. */
    icon?: ReactNode;
    /** Goes after the words: what comes next, what opens. */
    iconAfter?: ReactNode;
    /** Shortcut that does the same; only shown where there is a keyboard. */
    keys?: string[];
    /** Keeps the width, silences clicks and says "Working" to screen readers. */
    isLoading?: boolean;
  };

/** A button with words. One primary per screen; danger only where something is lost. */
export function Button({
  variant,
  size,
  wide,
  icon,
  iconAfter,
  keys,
  isLoading,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isLoading || undefined}
      aria-busy={isLoading || undefined}
      onClick={isLoading ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass({ variant, size, wide }), isLoading && "aria-disabled:opacity-100")}
    >
      <span className={cx("contents", isLoading && "[&>*]:opacity-0")}>
        {icon}
        <span>{children}</span>
        {iconAfter}
        {keys && (
          <span className="hidden md:pointer-fine:inline-flex">
            <Kbd keys={keys} tone="inherit" />
          </span>
        )}
      </span>
      {isLoading && <WorkingDots />}
    </button>
  );
}
