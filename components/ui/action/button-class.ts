import { cx } from "@/components/ui/cx";

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover shadow-raised",
  secondary: "bg-panel text-text border border-line-strong hover:bg-hover shadow-raised",
  ghost: "text-muted hover:bg-selection hover:text-text",
  danger: "bg-danger text-on-danger hover:bg-danger-hover shadow-raised",
};

const sizes = {
  sm: "h-control-sm px-2.5 text-small gap-1.5 [&_svg]:size-4",
  md: "h-control px-3 text-base gap-2 [&_svg]:size-[17px]",
  lg: "h-11 px-4 text-base gap-2 [&_svg]:size-[18px]",
};

export type ButtonVariant = keyof typeof variants;
export type ButtonSize = keyof typeof sizes;
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean };

/** The look of a button, for whatever element plays one. */
export function buttonClass({ variant = "secondary", size = "md", wide }: ButtonLook = {}): string {
  return cx(
    "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control font-semibold",
    "transition-colors duration-100 active:translate-y-px disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0",
    wide && "w-full",
    variants[variant],
    sizes[size],
  );
}
