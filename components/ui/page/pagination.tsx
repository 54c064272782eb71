import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/action/button-link";

type PaginationProps = {
  /** Addresses with the cursor in them; leave out what does not exist. */
  previousHref?: string;
  nextHref?: string;
  /** "1 to 50 of 1,204" */
  summary?: string;
};

/** Older and newer pages of a list that is read by cursor. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 px-4 py-3 md:px-5">
      <span className="tabular flex-1 text-small text-muted">{summary}</span>
      {previousHref && (
        <ButtonLink size="sm" href={previousHref} rel="prev" icon={<ChevronLeft aria-hidden />}>
          Newer
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink size="sm" href={nextHref} rel="next" iconAfter={<ChevronRight aria-hidden />}>
          Older
        </ButtonLink>
      )}
    </nav>
  );
}
