import { addDays, localDay, momentOf, wallTime, weekdayOf } from "@/lib/kernel/time";
import type { VariableGroup } from "@/lib/kernel/variables";
import type { ConversationRow, ConversationView, InboxDesk, InboxTab } from "./schema";

/** What a saved reply may have filled in. */
export const replyVariables: readonly VariableGroup[] = ["customer", "business", "agent", "conversation"];

/** What a list is narrowed to. */
export type ListFilter = {
  tab: InboxTab;
  channel?: "sms" | "whatsapp" | "call" | "voicemail" | undefined;
  priority?: ConversationRow["priority"] | undefined;
  assignee?: string | undefined;
  tag?: string | undefined;
  unread?: boolean | undefined;
};

/** Whether a conversation stands in a list, so that news can be placed without asking the server for the list. */
export function belongsTo(row: ConversationRow, filter: ListFilter, memberId: string): boolean {
  return (
    isOnTab(row, filter.tab, memberId) &&
    (!filter.channel || row.lastChannel === filter.channel) &&
    (!filter.priority || row.priority === filter.priority) &&
    (!filter.assignee || isAssignedTo(row, filter.assignee)) &&
    (!filter.tag || row.tags.includes(filter.tag)) &&
    (!filter.unread || row.unread > 0)
  );
}

function isOnTab(row: ConversationRow, tab: InboxTab, memberId: string): boolean {
  const isLive = row.status === "open" || row.status === "pending";
  if (tab === "open") return isLive;
  if (tab === "mine") return isLive && row.assignee.id === memberId;
  return row.status === tab;
}

function isAssignedTo({ assignee }: ConversationRow, wanted: string): boolean {
  return wanted === "nobody" || wanted === "assistant" ? assignee.kind === wanted : assignee.id === wanted;
}

/** Newest first, as the server orders; ids settle ties. */
export function compareRows(one: ConversationRow, other: ConversationRow): number {
  if (one.lastEntryAt !== other.lastEntryAt) return one.lastEntryAt < other.lastEntryAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

/** Why a channel cannot be used for free text right now; null: it can. */
export type Obstacle =
  | { kind: "opted_out" }
  | { kind: "no_address" }
  | { kind: "no_sender" }
  | { kind: "window_closed"; endedAt: string | null };

type Reachable = Pick<ConversationView, "addresses" | "isOptedOut" | "whatsappWindowEndsAt">;

/** The composer's view of the send gate: what it would refuse, before anybody types. The gate itself decides. */
export function obstacleOn(
  channel: "sms" | "whatsapp",
  conversation: Reachable,
  senders: InboxDesk["senders"],
  now: Date,
): Obstacle | null {
  if (conversation.isOptedOut) return { kind: "opted_out" };
  if (!conversation.addresses[channel]) return { kind: "no_address" };
  if (!senders.some((sender) => sender.kinds.includes(channel))) return { kind: "no_sender" };
  const endedAt = conversation.whatsappWindowEndsAt;
  if (channel === "whatsapp" && (!endedAt || new Date(endedAt) <= now))
    return { kind: "window_closed", endedAt };
  return null;
}

/** Moments that a conversation can be snoozed until, on the wall clock of `zone`. */
export function snoozeChoices(now: Date, zone: string): { label: string; until: Date }[] {
  const today = localDay(now, zone);
  const { hour } = wallTime(now, zone);
  const daysToMonday = (8 - weekdayOf(now, zone)) % 7 || 7;
  return [
    ...(hour < 20 ? [{ label: "Later today", until: momentOf(today, `${laterHour(hour)}:00`, zone) }] : []),
    { label: "Tomorrow", until: momentOf(addDays(today, 1), "09:00", zone) },
    { label: "Next week", until: momentOf(addDays(today, daysToMonday), "09:00", zone) },
  ];
}

/** Three hours on, on the hour. */
function laterHour(hour: number): string {
  return String(Math.min(hour + 3, 23)).padStart(2, "0");
}
