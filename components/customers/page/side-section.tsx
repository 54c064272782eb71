import type { ReactNode } from "react";

type SideSectionProps = { title: string; action?: ReactNode; children: ReactNode };

/** A part of what stands beside the timeline. */
export function SideSection({ title, action, children }: SideSectionProps) {
  return (
    <section aria-label={title} className="mt-5 border-t border-line pt-4">
      <div className="mb-2 flex min-h-6 items-center justify-between gap-2">
        <h2 className="text-small font-medium text-muted">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
