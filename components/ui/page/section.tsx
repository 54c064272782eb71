import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

type CardProps = {
  /** Without inner space, for tables and lists that reach the edge. */
  isFlush?: boolean;
  children: ReactNode;
};

/** A surface with a hairline. Never a card inside a card. */
export function Card({ isFlush, children }: CardProps) {
  return (
    <div className={cx("rounded-card border border-line bg-panel", isFlush ? "overflow-hidden" : "p-5")}>
      {children}
    </div>
  );
}

type SectionProps = {
  title: string;
  /** A sentence about what this is good for. */
  description?: ReactNode;
  actions?: ReactNode;
  /** Its name in an address: `#hours`. */
  anchor?: string;
  /** Frames what cannot be undone. */
  tone?: "plain" | "danger";
  children: ReactNode;
};

/** A part of a settings page: name, one sentence, its fields; a hairline between one and the next. */
export function Section({ title, description, actions, anchor, tone = "plain", children }: SectionProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="scroll-mt-16 border-t border-line py-7 first:border-t-0 first:pt-1"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id={id} className={cx("text-title", tone === "danger" && "text-bad")}>
            {title}
          </h2>
          {description && <p className="mt-0.5 max-w-[58ch] text-muted">{description}</p>}
        </div>
        {actions && <div className="flex shrink-0 gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** One column of sections, as settings pages have it. */
export function SectionColumn({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-[720px] px-4 py-6 md:px-6 md:py-8">{children}</div>;
}
