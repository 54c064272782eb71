"use client";
import { AlarmClock, Check, MailOpen, MessageSquare, RotateCcw, StickyNote, UserRound } from "lucide-react";
import { useCloseAndGoOn } from "@/components/inbox/actions/use-close-and-go-on";
import { aimComposer } from "@/components/inbox/composer/aim-composer";
import { useActions } from "@/components/inbox/data/use-actions";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { useCommands } from "@/components/ui/keyboard/use-commands";
import type { ConversationRow } from "@/lib/inbox/schema";

/** What can be done with the open conversation, by key and in the palette. */
export function ThreadCommands({ row }: { row: ConversationRow }) {
  const { open } = useInboxUi();
  const { reopen, markUnread, assignToMe } = useActions();
  const closeAndGoOn = useCloseAndGoOn();
  const isOpen = row.status === "open" || row.status === "pending";
  useCommands("Conversation", [
    isOpen
      ? { id: "close", title: "Close", hotkey: "e", icon: <Check />, perform: () => closeAndGoOn(row) }
      : { id: "close", title: "Reopen", hotkey: "e", icon: <RotateCcw />, perform: () => void reopen(row) },
    {
      id: "reply",
      title: "Reply",
      hotkey: "r",
      icon: <MessageSquare />,
      perform: () => aimComposer("reply"),
    },
    {
      id: "note",
      title: "Write a note",
      hotkey: "n",
      icon: <StickyNote />,
      perform: () => aimComposer("note"),
    },
    { id: "snooze", title: "Snooze…", hotkey: "s", icon: <AlarmClock />, perform: () => open("snooze") },
    { id: "assign", title: "Assign…", hotkey: "a", icon: <UserRound />, perform: () => open("assign") },
    { id: "take", title: "Assign to me", icon: <UserRound />, perform: () => void assignToMe(row) },
    {
      id: "unread",
      title: "Mark as unread",
      hotkey: "u",
      icon: <MailOpen />,
      perform: () => void markUnread(row),
    },
    { id: "send", title: "Send", hotkey: "Mod+Enter", isKeyOnly: true, perform: () => {} },
  ]);
  return null;
}
