import { z } from "zod";

const minute = 1;
const mostMinutes = 60 * 24 * 60;

/** A length of time in minutes, up to sixty days. */
export const Minutes = z.int().min(minute).max(mostMinutes);

const Tag = z.string().trim().min(1).max(40);

/** What starts a rule. */
export const Trigger = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("inbound_sms") }),
  z.strictObject({ on: z.literal("inbound_whatsapp") }),
  z.strictObject({ on: z.literal("call_completed") }),
  z.strictObject({ on: z.literal("missed_call") }),
  z.strictObject({ on: z.literal("voicemail") }),
  z.strictObject({ on: z.literal("conversation_opened") }),
  z.strictObject({ on: z.literal("conversation_closed") }),
  /** Nobody wrote for so long: `us`, the customer waits for an answer; `customer`, the business does. */
  z.strictObject({
    on: z.literal("conversation_idle"),
    minutes: Minutes,
    waitingFor: z.enum(["us", "customer"]),
  }),
  z.strictObject({ on: z.literal("appointment_booked") }),
  z.strictObject({ on: z.literal("appointment_moved") }),
  z.strictObject({ on: z.literal("appointment_cancelled") }),
  z.strictObject({ on: z.literal("appointment_completed") }),
  z.strictObject({
    on: z.literal("appointment_due"),
    minutes: Minutes,
    when: z.enum(["before_start", "after_end"]),
  }),
  z.strictObject({ on: z.literal("customer_created") }),
  /** null: any tag. */
  z.strictObject({ on: z.literal("customer_tagged"), tag: Tag.nullable() }),
]);
export type Trigger = z.output<typeof Trigger>;

export type TriggerKind = Trigger["on"];

/** Every trigger, in the order in which they are offered. */
export const triggerKinds = Trigger.options.map(({ shape }) => shape.on.value);

const id = z.uuid().nullable().default(null);

/** Something that happened and may start rules. Ids only: what is true of them is read when the rule looks. */
export const Happening = z.object({
  on: z.enum(triggerKinds),
  /** The same key starts a rule once. */
  key: z.string().min(1).max(200),
  at: z.iso.datetime(),
  customerId: id,
  conversationId: id,
  messageId: id,
  callId: id,
  appointmentId: id,
  /** Tags that were added. */
  tags: z.array(z.string()).default([]),
  /** What must still be so after waiting; unset where it was not looked at yet. */
  still: z
    .object({ startsAt: z.string().nullable(), lastInboundAt: z.string().nullable() })
    .nullable()
    .default(null),
});
export type Happening = z.output<typeof Happening>;
