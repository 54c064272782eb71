import type { ListFilter } from "@/lib/inbox/rules";
import type { InboxTab } from "@/lib/inbox/schema";

/** A place in the inbox, as its address says it. */
export type InboxPlace = ListFilter & {
  conversationId?: string | undefined;
  /** Words that are searched for. */
  q?: string | undefined;
  /** The message at which a thread opens. */
  at?: string | undefined;
};

export const tabNames: Record<InboxTab, string> = {
  open: "Open",
  mine: "Mine",
  snoozed: "Snoozed",
  closed: "Closed",
};

export const tabs: readonly InboxTab[] = ["open", "mine", "snoozed", "closed"];
export const priorities = ["urgent", "high", "normal", "low"] as const;
export const priorityWords = { low: "Low", normal: "Normal", high: "High", urgent: "Urgent" };
export const listChannels = ["sms", "whatsapp", "call", "voicemail"] as const;

type Search = Pick<URLSearchParams, "get">;

/** Reads a place from its address; what is not understood counts as not said. */
export function placeFrom(pathname: string, search: Search): InboxPlace {
  const [, , conversationId] = pathname.split("/");
  return {
    conversationId: conversationId || undefined,
    tab: oneOf(tabs, search.get("tab")) ?? "open",
    channel: oneOf(listChannels, search.get("channel")),
    priority: oneOf(priorities, search.get("priority")),
    assignee: search.get("assignee") || undefined,
    tag: search.get("tag") || undefined,
    unread: search.get("unread") === "true" || undefined,
    q: search.get("q") || undefined,
    at: search.get("at") || undefined,
  };
}

/** Writes a place as its address; the defaults are left out. */
export function placePath({ conversationId, tab, ...rest }: InboxPlace): string {
  const search = new URLSearchParams();
  if (tab !== "open") search.set("tab", tab);
  for (const [name, value] of Object.entries(rest)) if (value) search.set(name, String(value));
  const text = search.toString();
  return `/inbox${conversationId ? `/${conversationId}` : ""}${text ? `?${text}` : ""}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}
