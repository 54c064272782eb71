import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** A named group of specimens on the catalogue page. */
export function Specimen({
  title,
  isColumn,
  children,
}: {
  title: string;
  isColumn?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="min-w-0 rounded-card border border-line bg-panel p-5">
      <h2 className="mb-4 text-meta font-medium text-muted">{title}</h2>
      <div className={cx("flex", isColumn ? "flex-col gap-4" : "flex-wrap items-center gap-3")}>
        {children}
      </div>
    </section>
  );
}
