import { InboxLink } from "@/components/inbox/inbox-link";
import { excerptAround } from "@/components/inbox/list/excerpt";
import { Marked } from "@/components/inbox/list/marked";
import { personName } from "@/components/inbox/person-name";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Avatar } from "@/components/ui/display/avatar";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { phoneFace } from "@/components/ui/display/phone-face";
import { RelativeTime } from "@/components/ui/display/relative-time";
import type { SearchHit } from "@/lib/inbox/schema";

/** A conversation that was found, with the words around what was searched for; opens at the message. */
export function SearchResult({ hit, words }: { hit: SearchHit; words: string }) {
  const { place, hrefOf } = useInboxRoute();
  const { conversation: row, messageId, excerpt, at } = hit;
  return (
    <li>
      <InboxLink
        href={hrefOf({ conversationId: row.id, at: messageId ?? undefined })}
        aria-current={row.id === place.conversationId ? "true" : undefined}
        className="flex gap-2.5 rounded-card px-2.5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=true]:bg-selection"
      >
        <Avatar name={personName(row.customerName)} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-semibold">
              <Marked text={phoneFace(row.customerName)} words={words} />
            </span>
            <span className="text-meta text-muted">
              <RelativeTime at={at} />
            </span>
          </span>
          <span className="flex items-start gap-1.5 text-small text-muted">
            <ChannelIcon channel={row.lastChannel} />
            <span className="line-clamp-2 min-w-0 flex-1 break-words">
              <Marked text={excerptAround(excerpt, words)} words={words} />
            </span>
          </span>
          <span className="tabular text-meta text-muted">
            #{row.number}
            {row.customerAddress && ` · ${phoneFace(row.customerAddress.replace(/^whatsapp:/, ""))}`}
          </span>
        </span>
      </InboxLink>
    </li>
  );
}
