import { cx } from "@/components/ui/cx";

/** A grey shape where something is about to stand. Give it the size of what comes: `className="h-4 w-40"`. */
export function Skeleton({ className, isRound }: { className: string; isRound?: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        "block animate-pulse-soft bg-selection",
        isRound ? "rounded-full" : "rounded-tag",
        className,
      )}
    />
  );
}

/** Rows of a list that is loading: avatar and two lines each. Said once to screen readers. */
export function SkeletonRows({ count = 6 }: { count?: number }) {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={index} className="flex items-center gap-2.5 px-3 py-3">
          <Skeleton isRound className="size-9" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
