import { z } from "zod";
import type { CallGlance } from "@/lib/calls/schema";
import { longestBody } from "@/lib/messages/rules";
import type { MessageView } from "@/lib/messages/schema";

/** The tabs of the inbox. */
const inboxTabs = ["open", "mine", "snoozed", "closed"] as const;
export type InboxTab = (typeof inboxTabs)[number];

export const InboxFilter = z.object({
  tab: z.enum(inboxTabs).default("open"),
  channel: z.enum(["sms", "whatsapp", "call", "voicemail"]).optional(),
  priority: z.enum(["low", "normal", "high", "urgent"]).optional(),
  assignee: z.enum(["nobody", "assistant"]).or(z.uuid()).optional(),
  tag: z.string().trim().min(1).max(40).optional(),
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
  /** A message or event that the page must reach back to. */
  through: z.uuid().optional(),
});

/** A page of everything there was with one customer. */
export const CustomerEntriesQuery = EntriesQuery.omit({ through: true });

/** Which rows of the list are wanted again after news about them. */
export const RowsQuery = z.object({
  ids: z
    .string()
    .max(4000)
    .transform((text) => text.split(","))
    .pipe(z.array(z.uuid()).min(1).max(100)),
});

export const TellTyping = z.object({ isTyping: z.boolean() }).strict();

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
  /** Who wrote the newest message, when it went out. */
  lastAuthor: { kind: string; id: string | null } | null;
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
  /** Where each channel reaches the customer; null: it cannot. */
  addresses: { sms: string | null; whatsapp: string | null };
  /** The zone they most likely live in; null: not known. */
  zone: string | null;
  /** Our number that was last used here. */
  lastNumberId: string | null;
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

/** A call as its card in the thread needs it. */
export type CallEntry = CallGlance & { type: "call"; at: string };

/** One entry of a thread. */
export type Entry = MessageView | EventEntry | CallEntry;

/** What every part of the inbox needs to know about the business and the reader. */
export type InboxDesk = {
  userId: string;
  memberId: string;
  userName: string;
  timezone: string;
  country: string;
  members: { id: string; userId: string; name: string }[];
  senders: Sender[];
  /** What one segment or message cost last, in millionths of the currency; null: not known yet. */
  prices: { sms: SeenPrice | null; whatsapp: SeenPrice | null };
};

/** A number that can write: one of ours, or (without an id) the platform's while we have none. */
export type Sender = { numberId: string | null; e164: string; label: string; kinds: ("sms" | "whatsapp")[] };

export type SeenPrice = { micros: number; currency: string };

/** What a new business has done already; each step ticks itself. */
export type FirstSteps = Record<
  "connection" | "number" | "firstText" | "firstCall" | "hours" | "invite" | "greeting",
  boolean
>;

/** Words that are written again and again; `{{customer.first_name}}` and the like are filled in when they are used. */
export const SavedReply = z
  .object({ name: z.string().trim().min(1).max(60), body: z.string().trim().min(1).max(longestBody) })
  .strict();
export type SavedReply = z.output<typeof SavedReply>;
export type SavedReplyView = SavedReply & { id: string };

/** The filters of a list that can be kept under a name. */
export const InboxViewFilter = InboxFilter.pick({
  ...{ tab: true, channel: true, priority: true, assignee: true, tag: true },
})
  .extend({ unread: z.boolean().optional() })
  .strict();
export const NewInboxView = z
  .object({
    name: z.string().trim().min(1).max(40),
    isShared: z.boolean().default(false),
    filter: InboxViewFilter,
  })
  .strict();
export type NewInboxView = z.output<typeof NewInboxView>;
export type SavedView = {
  id: string;
  name: string;
  isShared: boolean;
  filter: z.output<typeof InboxViewFilter>;
};

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
