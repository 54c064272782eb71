"use client";
import { PenSquare, Search } from "lucide-react";
import { BulkBar } from "@/components/inbox/bulk/bulk-bar";
import { useList } from "@/components/inbox/data/use-list";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { ConversationList } from "@/components/inbox/list/conversation-list";
import { FilterMenu } from "@/components/inbox/list/filter-menu";
import { ListEmpty } from "@/components/inbox/list/list-empty";
import { ListTabs } from "@/components/inbox/list/list-tabs";
import { NotificationOffer } from "@/components/inbox/list/notification-offer";
import { SearchPane } from "@/components/inbox/list/search-pane";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { SkeletonRows } from "@/components/ui/display/skeleton";

/** The left pane: what waits, by tab; or what a search found. */
export function ListPane() {
  const { place } = useInboxRoute();
  const { opened } = useInboxUi();
  const isSearching = opened === "search" || Boolean(place.q);
  return isSearching ? <SearchPane /> : <TabPane />;
}

function TabPane() {
  const { filter, place } = useInboxRoute();
  const { rows, isPending, isError, retry, hasMore, loadMore } = useList(filter);
  const name = JSON.stringify(filter);
  return (
    <>
      <ListHead />
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden">
        {isPending && <SkeletonRows count={9} />}
        {isError && <ListFailed onRetry={() => void retry()} />}
        {!isPending && !isError && rows.length === 0 && <ListEmpty key={place.tab} />}
        {rows.length > 0 && (
          <ConversationList key={name} name={name} rows={rows} hasMore={hasMore} onEnd={loadMore} />
        )}
      </div>
      <BulkBar rows={rows} />
      <NotificationOffer />
    </>
  );
}

function ListHead() {
  const { open } = useInboxUi();
  return (
    <header className="shrink-0 border-b border-line">
      <div className="flex h-head items-center pr-2.5 pl-4">
        <p className="flex-1 text-page" aria-hidden>
          Inbox
        </p>
        <IconButton
          label="Search"
          keys={["/"]}
          icon={<Search aria-hidden />}
          onClick={() => open("search")}
        />
        <IconButton label="New conversation" icon={<PenSquare aria-hidden />} onClick={() => open("new")} />
      </div>
      <div className="flex items-center gap-1 pr-2.5 pb-2.5 pl-3">
        <ListTabs />
        <FilterMenu />
      </div>
    </header>
  );
}

function ListFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="px-6 py-14 text-center">
      <p className="font-semibold">The list could not be loaded</p>
      <p className="mt-1 mb-4 text-muted">The server did not answer. Your messages are safe.</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
