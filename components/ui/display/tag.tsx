import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const tones = {
  plain: "border border-line-strong text-muted",
  accent: "bg-accent-soft text-accent-ink",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  quiet: "bg-selection text-muted",
};

export type TagTone = keyof typeof tones;

type TagProps = {
  tone?: TagTone;
  icon?: ReactNode;
  /** Shows a remove button. */
  onRemove?: () => void;
  children: string | number;
};

/** A short fact about a row: a label, a ticket number, "High", "Handled by AI". At most two per row. */
export function Tag({ tone = "plain", icon, onRemove, children }: TagProps) {
  return (
    <span
      className={cx(
        "tabular inline-flex h-5 max-w-full items-center gap-1 rounded-tag px-1.5 text-[11.5px]/none font-medium [&_svg]:size-3 [&_svg]:shrink-0",
        tones[tone],
      )}
    >
      {icon}
      <span className="truncate leading-4">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${children}`}
          onClick={onRemove}
          className="relative -mr-0.5 rounded-[4px] p-0.5 after:absolute after:-inset-1.5 hover:text-text pointer-coarse:after:-inset-4"
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
