import { z } from "zod";
import type { MessageView } from "@/lib/messages/schema";

/** The tabs of the inbox. */
export const inboxTabs = ["open", "mine", "snoozed", "closed"] as const;
export type InboxTab = (typeof inboxTabs)[number];

export const InboxFilter = z.object({
  tab: z.enum(inboxTabs).default("open"),
  channel: z.enum(["sms", "whatsapp", "call", "voicemail"]).optional(),
  priority: z.enum(["low", "normal", "high", "urgent"]).optional(),
  assignee: z.enum(["nobody", "assistant"]).or(z.uuid()).optional(),
  unread: z.stringbool().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type InboxFilter = z.output<typeof InboxFilter>;

/** Filters of the API's list of conversations. */
export const ConversationFilter = z.object({
  customerId: z.uuid().optional(),
  status: z.enum(["open", "pending", "snoozed", "closed"]).optional(),
  channel: z.enum(["sms", "whatsapp", "call", "voicemail"]).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ConversationFilter = z.output<typeof ConversationFilter>;

export const EntriesQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const SearchQuery = z.object({ q: z.string().max(200) });

export const KeepDraft = z
  .object({ channel: z.enum(["sms", "whatsapp", "note"]), body: z.string().max(10_000) })
  .strict();

/** One row of the inbox list. */
export type ConversationRow = {
  id: string;
  number: number;
  status: "open" | "pending" | "snoozed" | "closed";
  priority: "low" | "normal" | "high" | "urgent";
  customerId: string;
  customerName: string;
  customerAddress: string | null;
  assignee: { kind: "nobody" | "assistant" | "member"; id: string | null; name: string | null };
  lastEntryAt: string;
  preview: string;
  lastChannel: "sms" | "whatsapp" | "call" | "voicemail" | "note";
  lastDirection: "inbound" | "outbound" | "internal";
  unread: number;
  hasFailed: boolean;
  snoozedUntil: string | null;
  tags: string[];
};

/** A conversation with what its thread and composer need. */
export type ConversationView = ConversationRow & {
  teamId: string;
  openedAt: string;
  closedAt: string | null;
  /** Channel a reply takes by default. */
  replyChannel: "sms" | "whatsapp";
  /** When free text on WhatsApp ends, ISO 8601; null when the customer never wrote there. */
  whatsappWindowEndsAt: string | null;
  isOptedOut: boolean;
  draft: { channel: string; body: string } | null;
};

/** Something that happened to the conversation itself. */
export type EventEntry = {
  type: "event";
  id: string;
  kind: string;
  actor: { kind: string; name: string | null };
  data: Record<string, unknown>;
  at: string;
};

/** One entry of a thread. Calls join in with their own shape. */
export type Entry = MessageView | EventEntry;

export type InboxCounts = { open: number; mine: number; snoozed: number; unread: number };

/** Counting stops here, so that a tab's badge costs the same at any size. */
export const mostCounted = 1000;

/** A hit of the search: a conversation and the words around what was found. */
export type SearchHit = {
  conversation: ConversationRow;
  messageId: string | null;
  excerpt: string;
  at: string;
};
