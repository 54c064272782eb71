"use client";
import { AlarmClock } from "lucide-react";
import { SnoozeItems } from "@/components/inbox/actions/snooze-items";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { Menu } from "@/components/ui/overlay/dropdown-menu";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Hides a conversation until later. */
export function SnoozeMenu({ row }: { row: ConversationRow }) {
  const { opened, open, close } = useInboxUi();
  return (
    <Menu
      align="end"
      open={opened === "snooze"}
      onOpenChange={(isOpen) => (isOpen ? open("snooze") : close("snooze"))}
      trigger={
        <button
          type="button"
          aria-label="Snooze"
          title="Snooze"
          className="grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
        >
          <AlarmClock className="size-[18px]" aria-hidden />
        </button>
      }
    >
      <SnoozeItems row={row} />
    </Menu>
  );
}
