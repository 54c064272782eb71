import { z } from "zod";
import { longestBody } from "./rules";

export const SendMessage = z
  .object({
    to: z.string().trim().min(1).max(255).optional(),
    conversationId: z.uuid().optional(),
    body: z.string().max(longestBody, `A text holds at most ${longestBody} characters.`).default(""),
    channel: z.enum(["sms", "whatsapp"]).optional(),
    from: z.string().trim().max(60).optional(),
    mediaIds: z.array(z.uuid()).max(10).default([]),
    sendAt: z.coerce.date().optional(),
    evenIfQuiet: z.boolean().default(false),
  })
  .strict()
  .refine((input) => input.to !== undefined || input.conversationId !== undefined, {
    message: "Say to whom: `to` or `conversationId`.",
    path: ["to"],
  })
  .refine((input) => input.body.trim() !== "" || input.mediaIds.length > 0, {
    message: "Write something, or attach a file.",
    path: ["body"],
  });
export type SendMessage = Omit<z.input<typeof SendMessage>, "sendAt"> & { sendAt?: Date | undefined };

/** A new time, or new words, for a text that waits; what is left out stays. */
export const ChangeSchedule = z
  .object({
    sendAt: z.coerce.date().optional(),
    body: z.string().trim().min(1).max(longestBody).optional(),
    evenIfQuiet: z.boolean().default(false),
  })
  .strict();
export type ChangeSchedule = z.output<typeof ChangeSchedule>;

export const WriteNote = z.object({ body: z.string().trim().min(1).max(10_000) }).strict();

/** The parts of a public link to a file. */
export const MediaLink = z.object({
  tenantId: z.uuid(),
  mediaId: z.uuid(),
  expires: z.string().max(20),
  signature: z.string().max(100),
});
export type MediaLink = z.output<typeof MediaLink>;

/** A picture or file of a message; served by our own authorised route. */
export type MediaView = {
  id: string;
  contentType: string;
  fileName: string | null;
  bytes: number | null;
  state: "waiting" | "stored" | "refused" | "failed";
  reason: string | null;
  url: string;
};

/** A message as the API and the screens see one. */
export type MessageView = {
  type: "message" | "note";
  id: string;
  conversationId: string;
  customerId: string;
  direction: "inbound" | "outbound" | "internal";
  channel: "sms" | "whatsapp" | "note";
  body: string;
  status: string;
  error: { code: string; title: string; cure: string; action: string | null } | null;
  author: { kind: string; id: string | null; name: string | null };
  from: string | null;
  to: string | null;
  carrier: string | null;
  carrierSid: string | null;
  encoding: string | null;
  segments: number;
  price: { micros: number; currency: string } | null;
  media: MediaView[];
  /** The message that was sent in place of this failed one; "pending" while it is being sent. */
  repeatedAs: string | null;
  /** In a note of the receptionist's: the reply it would have sent. */
  suggestion: string | null;
  /** A place that the customer shared. */
  location: { latitude: number; longitude: number; label: string; address: string } | null;
  /** When a text that waits for its time leaves; null: it does not wait. */
  sendAt: string | null;
  at: string;
  sentAt: string | null;
  deliveredAt: string | null;
};
