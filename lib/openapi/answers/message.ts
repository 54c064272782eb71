import { z } from "zod";
import type { MediaView, MessageView } from "@/lib/messages/schema";
import { address, id, moment, price } from "./fields";

const Media = z
  .strictObject({
    id,
    contentType: z.string(),
    fileName: z.string().nullable(),
    bytes: z.int().nullable(),
    state: z
      .enum(["waiting", "stored", "refused", "failed"])
      .describe(
        "`waiting`: still being fetched from the carrier; `refused`: too large or of a kind that is not kept.",
      ),
    reason: z.string().nullable(),
    url: z.string().describe("Where the file is, below this server; needs the key, like everything else."),
  })
  .meta({ id: "Media", description: "A picture or file of a message." }) satisfies z.ZodType<MediaView>;

const messageShape = {
  type: z.enum(["message", "note"]).describe("Notes are internal and never sent to anybody."),
  id,
  conversationId: id,
  customerId: id,
  direction: z.enum(["inbound", "outbound", "internal"]),
  channel: z.enum(["sms", "whatsapp", "note"]),
  body: z.string(),
  status: z
    .string()
    .describe(
      "Outbound: `scheduled`, `queued`, `sending`, `accepted`, `sent`, `delivered`, `read`, `undelivered`, `failed`, `canceled`, or `unknown` while it is being found out whether the carrier took it. Inbound: `received`. Never goes backwards.",
    ),
  error: z
    .strictObject({
      code: z.string().describe("The carrier's code, or ours."),
      title: z.string().describe("What went wrong, in words."),
      cure: z.string().describe("What helps."),
      action: z.string().nullable(),
    })
    .nullable(),
  author: z.strictObject({
    kind: z.string().describe("`customer`, `member`, `api`, `assistant`, `automation` or `system`."),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  from: address.nullable(),
  to: address.nullable(),
  carrier: z.string().nullable(),
  carrierSid: z.string().nullable().describe("The carrier's own id, once it has taken the message."),
  encoding: z.string().nullable().describe("`gsm7`, or `ucs2` when a character needs it."),
  segments: z.int().describe("How many SMS it is billed as."),
  price,
  media: z.array(Media),
  repeatedAs: z.string().nullable().describe("The message that was sent in place of this failed one."),
  suggestion: z.string().nullable().describe("In a note of the AI assistant's: the reply it suggests."),
  location: z
    .strictObject({ latitude: z.number(), longitude: z.number(), label: z.string(), address: z.string() })
    .nullable()
    .describe("A place that the customer shared."),
  sendAt: moment.nullable().describe("When a text that is `scheduled` leaves; null for all others."),
  at: moment,
  sentAt: moment.nullable(),
  deliveredAt: moment.nullable(),
};

export const Message = z
  .strictObject(messageShape)
  .meta({ id: "Message", description: "A text, or an internal note." }) satisfies z.ZodType<MessageView>;

export const MessageWithHistory = z
  .strictObject({
    ...messageShape,
    history: z.array(
      z.strictObject({
        status: z.string(),
        errorCode: z.string().nullable(),
        source: z
          .string()
          .describe("`send`: the carrier's answer; `callback`: its report; `reconcile`: found in its list."),
        at: moment,
      }),
    ),
  })
  .meta({ id: "MessageWithHistory", description: "A message with every state it went through." });

export const QueuedMessage = z
  .strictObject({ id, conversationId: id, status: z.enum(["queued", "scheduled"]) })
  .meta({
    id: "QueuedMessage",
    description: "The message was taken and leaves in a moment, or at its time.",
  });

export const ScheduledMessage = z
  .strictObject({ id, sendAt: moment })
  .meta({ id: "ScheduledMessage", description: "A message that waits for its time." });

export const UploadedFile = z
  .strictObject({ id, contentType: z.string(), bytes: z.int() })
  .meta({ id: "UploadedFile", description: "A file that waits to be attached to one message." });
