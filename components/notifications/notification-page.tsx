"use client";
import { useEffect } from "react";
import type { NotificationBoard } from "@/lib/notifications/schema";
import { NotificationList } from "./notification-list";
import { useNotifications } from "./use-notifications";

/** All that the bell tells, as a page; leaving it marks everything as read. */
export function NotificationPage({ start }: { start: NotificationBoard }) {
  const { board, markRead } = useNotifications(start);
  useEffect(() => markRead, [markRead]);
  return (
    <div className="rounded-card border border-line bg-panel">
      <NotificationList notifications={board.data} />
    </div>
  );
}
