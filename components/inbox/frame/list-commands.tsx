"use client";
import { ListChecks, PenSquare, Search, Volume2 } from "lucide-react";
import { startSelection, toggleSelected } from "@/components/inbox/bulk/selection";
import { useList, usePrefetchThread } from "@/components/inbox/data/use-list";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { isSoundOn, switchSound } from "@/components/inbox/news/attention";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { useCommands } from "@/components/ui/keyboard/use-commands";
import { toast } from "@/components/ui/overlay/toast";

/** Walking through the list and looking for things, by key and in the palette. Draws nothing. */
export function ListCommands() {
  const { filter, place, hrefOf } = useInboxRoute();
  const { rows } = useList(filter);
  const { open } = useInboxUi();
  const prefetch = usePrefetchThread();

  function walk(by: 1 | -1) {
    const here = rows.findIndex(({ id }) => id === place.conversationId);
    const next = rows[here < 0 ? 0 : here + by];
    if (!next) return;
    goTo(hrefOf({ conversationId: next.id, at: undefined }), here >= 0);
    const afterNext = rows[here + 2 * by];
    if (afterNext) prefetch(afterNext);
  }

  function choose() {
    const here = rows.find(({ id }) => id === place.conversationId);
    if (here) toggleSelected(here);
    else startSelection();
  }

  useCommands("Inbox", [
    { id: "next", title: "Next conversation", hotkey: "j", isKeyOnly: true, perform: () => walk(1) },
    { id: "previous", title: "Previous conversation", hotkey: "k", isKeyOnly: true, perform: () => walk(-1) },
    { id: "search", title: "Search", hotkey: "/", icon: <Search />, perform: () => open("search") },
    { id: "sound", title: "Sound for new messages on or off", icon: <Volume2 />, perform: tellSound },
    { id: "choose", title: "Choose this and others", hotkey: "x", icon: <ListChecks />, perform: choose },
    { id: "new", title: "New conversation", icon: <PenSquare />, perform: () => open("new") },
  ]);
  return null;
}

function tellSound() {
  switchSound();
  toast.info(isSoundOn() ? "New messages make a sound" : "New messages are silent");
}
