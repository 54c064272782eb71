"use client";
import { useQuery } from "@tanstack/react-query";
import { countsQuery } from "@/components/inbox/data/queries";
import { InboxLink } from "@/components/inbox/inbox-link";
import { tabNames, tabs } from "@/components/inbox/place";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import type { InboxCounts, InboxTab } from "@/lib/inbox/schema";

/** Where counting stops on the server. */
const most = 1000;

/** Open, mine, snoozed, closed, each with how many. */
export function ListTabs() {
  const { place, hrefOf } = useInboxRoute();
  const { data } = useQuery(countsQuery);
  return (
    <nav aria-label="Views" className="flex min-w-0 flex-1 gap-0.5 overflow-x-auto [scrollbar-width:none]">
      {tabs.map((tab) => (
        <InboxLink
          key={tab}
          href={hrefOf({ tab, conversationId: undefined, at: undefined })}
          aria-current={tab === place.tab ? "page" : undefined}
          className="inline-flex h-control-sm shrink-0 items-center gap-1 rounded-control px-2 text-small text-muted transition-colors duration-100 hover:text-text focus-visible:-outline-offset-2 aria-[current=page]:bg-selection aria-[current=page]:font-semibold aria-[current=page]:text-text"
        >
          {tabNames[tab]}
          <TabCount tab={tab} counts={data} />
        </InboxLink>
      ))}
    </nav>
  );
}

function TabCount({ tab, counts }: { tab: InboxTab; counts: InboxCounts | undefined }) {
  if (tab === "closed") return null;
  const count = counts?.[tab] ?? 0;
  if (count === 0) return null;
  return <span className="tabular font-normal">{count >= most ? "999+" : count}</span>;
}
