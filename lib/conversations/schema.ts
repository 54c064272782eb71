import { z } from "zod";
import { priorities } from "./rules";

export const SnoozeConversation = z.object({ until: z.coerce.date() }).strict();

export const AssignConversation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("nobody") }).strict(),
  z.object({ kind: z.literal("assistant") }).strict(),
  z.object({ kind: z.literal("member"), memberId: z.uuid() }).strict(),
]);

export const PrioritiseConversation = z.object({ priority: z.enum(priorities) }).strict();

const TagName = z.string().trim().min(1).max(40);

export const TagConversation = z
  .object({ add: z.array(TagName).max(20).default([]), remove: z.array(TagName).max(20).default([]) })
  .strict();

/** What is to become of one conversation of several; what is left out stays. */
const ConversationChange = z
  .object({
    id: z.uuid(),
    status: z.enum(["open", "snoozed", "closed"]).optional(),
    until: z.coerce.date().optional(),
    assignee: AssignConversation.optional(),
    priority: z.enum(priorities).optional(),
    addTags: z.array(TagName).max(20).optional(),
    removeTags: z.array(TagName).max(20).optional(),
  })
  .strict()
  .refine(({ status, until }) => (status === "snoozed") === (until !== undefined), {
    message: "Give `until` with `snoozed`, and only then.",
    path: ["until"],
  });
export type ConversationChange = z.output<typeof ConversationChange>;

export const ChangeConversations = z.object({ items: z.array(ConversationChange).min(1).max(100) }).strict();
