import type { ReactNode } from "react";

type UsageFigureProps = { label: string; icon: ReactNode; value: string; beside: string };

/** One figure with what it is to be read against. */
export function UsageFigure({ label, icon, value, beside }: UsageFigureProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1 bg-panel px-4 py-4 md:px-5">
      <span className="flex items-center gap-1.5 text-small text-muted [&_svg]:size-4">
        {icon}
        {label}
      </span>
      <span className="tabular text-display leading-9 max-sm:text-page">{value}</span>
      <span className="text-meta text-muted">{beside}</span>
    </div>
  );
}
