import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";

const variants = {
  ghost: "text-muted hover:bg-selection hover:text-text aria-pressed:bg-selection aria-pressed:text-text",
  secondary: "border border-line-strong bg-panel text-text shadow-raised hover:bg-hover",
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  answer: "rounded-full bg-answer text-on-answer hover:brightness-110",
  decline: "rounded-full bg-danger text-on-danger hover:bg-danger-hover",
};

const sizes = {
  sm: "size-control-sm [&_svg]:size-4",
  md: "size-control [&_svg]:size-[18px]",
  lg: "size-11 [&_svg]:size-5",
};

type IconButtonProps = Omit<ComponentProps<"button">, "className" | "aria-label" | "children"> & {
  /** Accessible name and tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string[];
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  tooltipSide?: "top" | "right" | "bottom" | "left";
};

/** A button with only an icon: named for screen readers, explained in a tooltip. */
export function IconButton({
  label,
  icon,
  keys,
  variant = "ghost",
  size = "md",
  tooltipSide,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cx(
          "inline-grid shrink-0 place-items-center rounded-control transition-colors duration-100 disabled:opacity-50",
          variants[variant],
          sizes[size],
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
