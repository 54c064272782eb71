"use client";
import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { cx } from "@/components/ui/cx";

type RowListProps = { children: ReactNode };

/** The frame around the rows of a list. */
export function RowList({ children }: RowListProps) {
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-panel">
      {children}
    </ol>
  );
}

type RowCardProps = {
  /** What it is, for its head and the names of its buttons: "Cleaning". */
  name: string;
  /** Stands in the head as long as there is no name. */
  placeholder: string;
  /** The rest in one line, for the folded row. */
  summary?: ReactNode;
  mark?: ReactNode;
  hasError: boolean;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
  isFirst: boolean;
  isLast: boolean;
  children: ReactNode;
};

/** One entry of a list: a line that opens into its fields. What is new, or wrong, is open by itself. */
export function RowCard({ name, placeholder, summary, mark, hasError, children, ...order }: RowCardProps) {
  const id = useId();
  const [wasOpened, setOpened] = useState(name === "");
  const isOpen = wasOpened || hasError;
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpened(!isOpen)}
        className="flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-baseline">
          <span className={cx("truncate sm:max-w-[46%] sm:shrink-0", name ? "font-medium" : "text-muted")}>
            {name || placeholder}
          </span>
          {summary && !isOpen && (
            <span className="tabular min-w-0 truncate text-small text-muted">{summary}</span>
          )}
        </span>
        {mark}
        <ChevronDown
          className={cx(
            "size-4 shrink-0 text-muted transition-transform duration-100",
            isOpen && "rotate-180",
          )}
          aria-hidden
        />
      </button>
      <div id={id} hidden={!isOpen} className="px-4 pt-1 pb-4">
        {isOpen && children}
        {isOpen && <RowOrder name={name || placeholder} {...order} />}
      </div>
    </li>
  );
}

type RowOrderProps = Pick<RowCardProps, "name" | "onRemove" | "onMove" | "isFirst" | "isLast">;

function RowOrder({ name, onRemove, onMove, isFirst, isLast }: RowOrderProps) {
  return (
    <div className="-mx-2 mt-3 flex flex-wrap items-center gap-1">
      <Button
        {...{ size: "sm", variant: "ghost", icon: <ArrowUp aria-hidden />, disabled: isFirst }}
        aria-label={`Move ${name} up`}
        onClick={() => onMove(-1)}
      >
        Up
      </Button>
      <Button
        {...{ size: "sm", variant: "ghost", icon: <ArrowDown aria-hidden />, disabled: isLast }}
        aria-label={`Move ${name} down`}
        onClick={() => onMove(1)}
      >
        Down
      </Button>
      <span className="flex-1" />
      <Button
        {...{ size: "sm", variant: "ghost", icon: <Trash2 aria-hidden /> }}
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        Remove
      </Button>
    </div>
  );
}
