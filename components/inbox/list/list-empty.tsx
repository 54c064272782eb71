"use client";
import { AlarmClock, Archive, Inbox, ListFilter, UserRound } from "lucide-react";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { noFilters } from "@/components/inbox/list/filter-menu";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Button } from "@/components/ui/action/button";
import { EmptyState } from "@/components/ui/page/empty-state";

/** A tab with nothing in it: why, and what to do next. */
export function ListEmpty() {
  const { place, hrefOf } = useInboxRoute();
  const { open } = useInboxUi();
  if (place.channel || place.priority || place.assignee || place.unread) {
    return (
      <EmptyState
        icon={<ListFilter aria-hidden />}
        title="Nothing fits these filters"
        action={<Button onClick={() => goTo(hrefOf(noFilters), true)}>Clear filters</Button>}
      >
        Other conversations are there, but none with all of this.
      </EmptyState>
    );
  }
  if (place.tab === "open") {
    return (
      <EmptyState
        icon={<Inbox aria-hidden />}
        title="All done"
        action={<Button onClick={() => open("new")}>New conversation</Button>}
      >
        Nobody is waiting for an answer. New texts and calls show up here by themselves.
      </EmptyState>
    );
  }
  const { icon, title, words } = quietTabs[place.tab];
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <Button onClick={() => goTo(hrefOf({ tab: "open", conversationId: undefined }))}>Show open</Button>
      }
    >
      {words}
    </EmptyState>
  );
}

const quietTabs = {
  mine: {
    icon: <UserRound aria-hidden />,
    title: "Nothing is assigned to you",
    words: "Take a conversation with “Assign to me”, and it stands here.",
  },
  snoozed: {
    icon: <AlarmClock aria-hidden />,
    title: "Nothing is snoozed",
    words: "Snooze a conversation to have it come back when you need it.",
  },
  closed: {
    icon: <Archive aria-hidden />,
    title: "Nothing is closed yet",
    words: "Conversations you close stand here. A reply opens them again.",
  },
};
