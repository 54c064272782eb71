import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeadProps = {
  title: string;
  /** Where the page belongs, as a way back. */
  back?: { href: string; label: string };
  /** A count or a state right after the name. */
  aside?: ReactNode;
  /** Buttons on the right; the primary one last. */
  actions?: ReactNode;
};

/** The 64 px head of a page: its name and its one primary action. Stays while the page scrolls. */
export function PageHead({ title, back, aside, actions }: PageHeadProps) {
  return (
    <header className="sticky top-0 z-20 flex min-h-head items-center gap-3 border-b border-line bg-panel/95 px-4 backdrop-blur-sm md:px-6">
      {back && (
        <Link
          href={back.href}
          aria-label={back.label}
          className="-ml-2 grid size-control place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
        >
          <ChevronLeft className="size-5" aria-hidden />
        </Link>
      )}
      <h1 className="min-w-0 truncate text-page">{title}</h1>
      {aside && <span className="text-muted">{aside}</span>}
      <span className="flex-1" />
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The content under a PageHead: at most 1120 px wide, with the page's side space. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-page px-4 py-6 md:px-6 md:py-8">{children}</div>;
}
