"use client";
import { BellRing } from "lucide-react";
import { useSyncExternalStore } from "react";
import {
  allowNotifications,
  declineNotifications,
  notificationState,
} from "@/components/inbox/news/attention";
import { Button } from "@/components/ui/action/button";

const watchers = new Set<() => void>();

/** Offers notifications at the foot of the list, once; the browser itself is asked only after a yes. */
export function NotificationOffer() {
  const state = useSyncExternalStore(watch, notificationState, () => "impossible" as const);
  if (state !== "unasked") return null;
  return (
    <aside
      aria-label="Notifications"
      className="flex shrink-0 items-center gap-2.5 border-t border-line px-4 py-2.5 text-small"
    >
      <BellRing className="size-4 shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1 text-muted">Be told when somebody writes?</span>
      <Button size="sm" variant="ghost" onClick={() => choose(declineNotifications)}>
        Not now
      </Button>
      <Button size="sm" onClick={() => choose(allowNotifications)}>
        Turn on
      </Button>
    </aside>
  );
}

async function choose(answer: () => void | Promise<void>) {
  await answer();
  for (const watcher of watchers) watcher();
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}
