"use client";
import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { SkeletonRows } from "@/components/ui/display/skeleton";
import type { ReplyPickerModel } from "./use-reply-picker";

/** Saved replies over the field one writes in, filled in for this customer already. */
export function ReplyPicker({ model, listId }: { model: ReplyPickerModel; listId: string }) {
  const { isOpen, isPending, matches, active, pick } = model;
  if (!isOpen) return null;
  return (
    <div className="mx-2.5 mt-2 overflow-hidden rounded-card border border-line bg-panel shadow-float">
      {isPending ? (
        <SkeletonRows count={2} />
      ) : matches.length > 0 ? (
        <div
          id={listId}
          aria-label="Saved replies"
          role="listbox"
          className="scroll-quiet max-h-56 overflow-y-auto p-1"
        >
          {matches.map((reply, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter work in the field, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
            <div
              key={reply.id}
              id={`${listId}-${reply.id}`}
              role="option"
              aria-selected={index === active}
              onClick={() => pick(reply)}
              className={cx(
                "cursor-default rounded-control px-2.5 py-1.5 hover:bg-hover",
                index === active && "bg-selection",
              )}
            >
              <span className="block truncate font-semibold">{reply.name}</span>
              <span className="block truncate text-small text-muted">{reply.body}</span>
            </div>
          ))}
        </div>
      ) : (
        <p className="px-3 py-2.5 text-small text-muted">
          No saved reply fits.{" "}
          <Link href="/settings/replies" className="text-accent underline underline-offset-2">
            Write one in the settings
          </Link>
        </p>
      )}
    </div>
  );
}
