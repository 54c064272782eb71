"use client";
import { StickyNote } from "lucide-react";
import { useEntries } from "@/components/inbox/data/use-entries";
import { useDesk } from "@/components/inbox/inbox-context";
import { InboxLink } from "@/components/inbox/inbox-link";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { RelativeTime } from "@/components/ui/display/relative-time";

const mostShown = 4;

/** The newest notes of the conversation; each leads to its place in the thread. */
export function CustomerNotes({ conversationId }: { conversationId: string }) {
  const { userId } = useDesk();
  const { hrefOf } = useInboxRoute();
  const { entries } = useEntries(conversationId, userId);
  const notes = entries.flatMap(({ entry }) => (entry.type === "note" ? [entry] : [])).slice(-mostShown);
  if (notes.length === 0) return null;
  return (
    <section aria-label="Notes" className="mt-4.5">
      <h3 className="mb-1 text-small font-medium text-muted">Notes</h3>
      <ul className="-mx-2">
        {notes.toReversed().map(({ id, body, at }) => (
          <li key={id}>
            <InboxLink
              href={hrefOf({ at: id })}
              className="flex min-h-8 items-center gap-2 rounded-control px-2 text-small hover:bg-hover pointer-coarse:min-h-11"
            >
              <StickyNote className="size-4 shrink-0 text-note-ink" aria-hidden />
              <span className="min-w-0 flex-1 truncate">{body}</span>
              <span className="text-meta text-muted">
                <RelativeTime at={at} />
              </span>
            </InboxLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
