"use client";
import { Bell as BellIcon } from "lucide-react";
import { NavBadge, NavLabel } from "@/components/shell/nav-badge";
import { Popover } from "@/components/ui/overlay/popover";
import type { NotificationBoard } from "@/lib/notifications/schema";
import { NotificationList } from "./notification-list";

type BellProps = { board: NotificationBoard; onRead: () => void };

/** The bell of the rail: how many notifications are new, and the newest ones. Closing it marks them as read. */
export function Bell({ board, onRead }: BellProps) {
  return (
    <Popover
      label="Notifications"
      side="right"
      align="end"
      isFlush
      onOpenChange={(isOpen) => {
        if (!isOpen && board.unread > 0) onRead();
      }}
      trigger={
        <button
          type="button"
          className="flex min-h-[53px] w-full flex-col items-center justify-center gap-1 rounded-card text-[11px]/4 text-rail-muted transition-colors duration-100 hover:text-rail-text focus-visible:-outline-offset-2"
        >
          <span className="relative">
            <BellIcon className="size-5" strokeWidth={1.7} aria-hidden />
            <NavBadge count={board.unread} />
          </span>
          <NavLabel label="News" count={board.unread} />
        </button>
      }
    >
      <div className="max-h-[70dvh] w-90 overflow-y-auto">
        <NotificationList notifications={board.data} />
      </div>
    </Popover>
  );
}
