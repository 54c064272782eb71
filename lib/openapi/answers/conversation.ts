import { z } from "zod";
import type {
  CallEntry as CallEntryView,
  ConversationRow,
  ConversationView,
  EventEntry,
  SavedReplyView,
} from "@/lib/inbox/schema";
import { callGlanceShape } from "./call";
import { address, id, moment } from "./fields";
import { Message } from "./message";

const rowShape = {
  id,
  number: z.int().describe("The ticket's number within the business, as people say it: #1042."),
  status: z.enum(["open", "pending", "snoozed", "closed"]),
  priority: z.enum(["low", "normal", "high", "urgent"]),
  customerId: id,
  customerName: z.string(),
  customerAddress: address.nullable(),
  assignee: z.strictObject({
    kind: z.enum(["nobody", "assistant", "member"]),
    id: id.nullable(),
    name: z.string().nullable(),
  }),
  lastEntryAt: moment,
  preview: z.string(),
  lastChannel: z.enum(["sms", "whatsapp", "call", "voicemail", "note"]),
  lastDirection: z.enum(["inbound", "outbound", "internal"]),
  lastAuthor: z.strictObject({ kind: z.string(), id: z.string().nullable() }).nullable(),
  unread: z.int().describe("How much the person asking has not read; for a key, everything that came in."),
  hasFailed: z.boolean().describe("Whether a text of it failed."),
  snoozedUntil: moment.nullable(),
  tags: z.array(z.string()),
};

export const Conversation = z.strictObject(rowShape).meta({
  id: "Conversation",
  description: "A conversation as lists show it.",
}) satisfies z.ZodType<ConversationRow>;

export const ConversationDetails = z
  .strictObject({
    ...rowShape,
    teamId: id,
    openedAt: moment,
    closedAt: moment.nullable(),
    replyChannel: z.enum(["sms", "whatsapp"]).describe("The channel that a reply takes when none is given."),
    whatsappWindowEndsAt: moment.nullable().describe("Until when free text on WhatsApp is allowed."),
    isOptedOut: z.boolean(),
    addresses: z.strictObject({ sms: address.nullable(), whatsapp: address.nullable() }),
    zone: z.string().nullable().describe("The time zone the customer most likely lives in; null: not known."),
    lastNumberId: id.nullable(),
    draft: z.strictObject({ channel: z.string(), body: z.string() }).nullable(),
  })
  .meta({
    id: "ConversationDetails",
    description: "A conversation with what a reply needs to know.",
  }) satisfies z.ZodType<ConversationView>;

const Event = z
  .strictObject({
    type: z.literal("event"),
    id,
    kind: z.string().describe("Such as `opened`, `closed`, `assigned`, `opted_out`."),
    actor: z.strictObject({ kind: z.string(), name: z.string().nullable() }),
    data: z.record(z.string(), z.unknown()),
    at: moment,
  })
  .meta({
    id: "ConversationEvent",
    description: "Something that happened to the conversation.",
  }) satisfies z.ZodType<EventEntry>;

const CallEntry = z.strictObject({ ...callGlanceShape, type: z.literal("call"), at: moment }).meta({
  id: "CallEntry",
  description: "A call with what was said in it.",
}) satisfies z.ZodType<CallEntryView>;

export const Entry = z
  .union([Message, CallEntry, Event])
  .meta({ id: "Entry", description: "One entry of a conversation; `type` says which." });

export const SavedReplyAnswer = z.strictObject({ id, name: z.string(), body: z.string() }).meta({
  id: "SavedReply",
  description: "Words that are written again and again.",
}) satisfies z.ZodType<SavedReplyView>;

export const ChangeOutcome = z
  .union([
    z.strictObject({ id, ok: z.literal(true) }),
    z.strictObject({ id, ok: z.literal(false), reason: z.string() }),
  ])
  .meta({ id: "ChangeOutcome", description: "What became of one conversation of several." });
