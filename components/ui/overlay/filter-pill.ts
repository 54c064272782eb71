import { cx } from "@/components/ui/cx";

/** The look of a filter's button; one that narrows stands out. */
export function filterPill(isSet: boolean): string {
  return cx(
    "inline-flex h-8 items-center gap-1 rounded-full border px-3 text-small transition-colors duration-100 pointer-coarse:h-11",
    isSet
      ? "border-accent-line bg-accent-soft font-semibold text-accent-ink"
      : "border-line-strong bg-panel text-muted hover:bg-hover hover:text-text",
  );
}
