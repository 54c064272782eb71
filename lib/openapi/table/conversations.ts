import { z } from "zod";
import { AssignConversation, PrioritiseConversation, SnoozeConversation } from "@/lib/conversations/schema";
import { IdParams } from "@/lib/http";
import { ConversationFilter, EntriesQuery } from "@/lib/inbox/schema";
import { WriteNote } from "@/lib/messages/schema";
import { Conversation, ConversationDetails, Entry } from "../answers/conversation";
import { id, pageOf } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleConversation, exampleIds, exampleMessage } from "./examples";

const one = { id: exampleIds.conversation };
const paging = {
  cursor: "Where the next page begins: `nextCursor` of the one before.",
  limit: "How many at most.",
};

export const conversations: readonly Operation[] = [
  {
    method: "GET",
    path: "/conversations",
    tag: "Conversations",
    summary: "List conversations",
    description: "The one with the newest entry first.",
    can: "conversations.read",
    query: ConversationFilter,
    fields: {
      ...paging,
      customerId: "Only this customer's.",
      status: "Only those that stand so.",
      channel: "Only those whose newest entry came over this channel.",
    },
    answer: pageOf(Conversation),
    example: { query: { status: "open" }, answer: { data: [exampleConversation], nextCursor: null } },
  },
  {
    method: "GET",
    path: "/conversations/{id}",
    tag: "Conversations",
    summary: "Read a conversation",
    can: "conversations.read",
    params: IdParams,
    answer: ConversationDetails,
    example: {
      params: one,
      answer: {
        ...exampleConversation,
        teamId: exampleIds.team,
        openedAt: "2026-11-20T14:58:11.000Z",
        closedAt: null,
        replyChannel: "sms",
        whatsappWindowEndsAt: null,
        zone: "America/Los_Angeles",
        isOptedOut: false,
        addresses: { sms: "+14155552671", whatsapp: "whatsapp:+14155552671" },
        lastNumberId: exampleIds.number,
        draft: null,
      },
    },
  },
  {
    method: "GET",
    path: "/conversations/{id}/entries",
    tag: "Conversations",
    summary: "Read what was said",
    description:
      "Texts, calls, notes and events in their order; the first page is the latest, `nextCursor` leads back in time.",
    can: "conversations.read",
    params: IdParams,
    query: EntriesQuery,
    fields: { ...paging, through: "An entry that the page must reach back to." },
    answer: pageOf(Entry),
    example: { params: one, answer: { data: [exampleMessage], nextCursor: null } },
  },
  {
    method: "POST",
    path: "/conversations/{id}/notes",
    tag: "Conversations",
    summary: "Write an internal note",
    description: "Only your people see it; it is never sent.",
    can: "conversations.manage",
    params: IdParams,
    body: WriteNote,
    fields: { body: "The words." },
    status: 201,
    answer: z.strictObject({ id }),
    example: { params: one, body: { body: "Paid in the shop." }, answer: { id: exampleIds.message } },
  },
  {
    method: "PUT",
    path: "/conversations/{id}/assignee",
    tag: "Conversations",
    summary: "Assign a conversation",
    can: "conversations.manage",
    params: IdParams,
    body: AssignConversation,
    fields: { kind: "To a member, to the AI assistant, or to nobody.", memberId: "Whom; see GET /members." },
    example: { params: one, body: { kind: "member", memberId: exampleIds.member } },
  },
  {
    method: "PUT",
    path: "/conversations/{id}/priority",
    tag: "Conversations",
    summary: "Set the priority",
    can: "conversations.manage",
    params: IdParams,
    body: PrioritiseConversation,
    example: { params: one, body: { priority: "high" } },
  },
  {
    method: "PUT",
    path: "/conversations/{id}/closure",
    tag: "Conversations",
    summary: "Close a conversation",
    can: "conversations.manage",
    params: IdParams,
    example: { params: one },
  },
  {
    method: "DELETE",
    path: "/conversations/{id}/closure",
    tag: "Conversations",
    summary: "Reopen a conversation",
    can: "conversations.manage",
    params: IdParams,
    conflict: "the customer has another open conversation with the team",
    example: { params: one },
  },
  {
    method: "PUT",
    path: "/conversations/{id}/snooze",
    tag: "Conversations",
    summary: "Snooze a conversation",
    description: "It comes back by itself at that time, or when the customer writes.",
    can: "conversations.manage",
    params: IdParams,
    body: SnoozeConversation,
    fields: { until: "When it comes back, ISO 8601." },
    example: { params: one, body: { until: "2026-11-23T09:00:00Z" } },
  },
  {
    method: "DELETE",
    path: "/conversations/{id}/snooze",
    tag: "Conversations",
    summary: "Wake a snoozed conversation",
    can: "conversations.manage",
    params: IdParams,
    example: { params: one },
  },
];
