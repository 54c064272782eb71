"use client";
import { useQuery } from "@tanstack/react-query";
import { earlierQuery } from "@/components/inbox/data/queries";
import { InboxLink } from "@/components/inbox/inbox-link";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { RelativeTime } from "@/components/ui/display/relative-time";

type EarlierConversationsProps = { customerId: string; currentId: string };

/** What else was said with this person. */
export function EarlierConversations({ customerId, currentId }: EarlierConversationsProps) {
  const { hrefOf } = useInboxRoute();
  const { data } = useQuery(earlierQuery(customerId));
  const others = data?.data.filter(({ id }) => id !== currentId) ?? [];
  return (
    <section aria-label="Earlier conversations" className="mt-4.5">
      <h3 className="mb-1 text-small font-medium text-muted">Earlier</h3>
      {data && others.length === 0 && (
        <p className="text-small text-muted">This is the first conversation.</p>
      )}
      <ul className="-mx-2">
        {others.map(({ id, number, preview, lastChannel, lastEntryAt }) => (
          <li key={id}>
            <InboxLink
              href={hrefOf({ conversationId: id, at: undefined })}
              className="flex min-h-8 items-center gap-2 rounded-control px-2 text-small hover:bg-hover pointer-coarse:min-h-11"
            >
              <ChannelIcon channel={lastChannel} />
              <span className="min-w-0 flex-1 truncate">
                #{number} {preview}
              </span>
              <span className="text-meta text-muted">
                <RelativeTime at={lastEntryAt} />
              </span>
            </InboxLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
