import { z } from "zod";

/** What a browser needs to take and place calls. */
export const SoftphoneToken = z.object({
  token: z.string(),
  /** The member's name towards the carrier. */
  identity: z.string(),
  expiresAt: z.string(),
  /** Host of a stand-in that speaks the carrier's signalling (the simulator's); null: the carrier's own. */
  signalling: z.string().nullable(),
});
export type SoftphoneToken = z.output<typeof SoftphoneToken>;

/** A number that a member may call from. */
const CallerNumber = z.object({ id: z.string(), e164: z.string(), label: z.string() });
export type CallerNumber = z.output<typeof CallerNumber>;

/** A registered device: its token, and the numbers of whoever uses it. */
export const RegisteredDevice = SoftphoneToken.extend({ numbers: z.array(CallerNumber) });
export type RegisteredDevice = z.output<typeof RegisteredDevice>;

/** Who calls and why, as the card of a ringing or running call shows it. */
export const PhoneCard = z.object({
  callId: z.string(),
  direction: z.enum(["inbound", "outbound"]),
  /** The person's address at the other end: a number, or what a carrier says of a hidden one. */
  address: z.string(),
  name: z.string().nullable(),
  customerId: z.string().nullable(),
  conversationId: z.string().nullable(),
  /** What the business calls the number that was rung or is called from. */
  numberLabel: z.string().nullable(),
  /** Calls with this person before this one. */
  callsBefore: z.number(),
  /** What came of the last one, in a sentence. */
  lastSummary: z.string().nullable(),
  lastAt: z.string().nullable(),
  /** Why the call was handed over; "" when it was not. */
  brief: z.string(),
});
export type PhoneCard = z.output<typeof PhoneCard>;

/** A number to be called, in any spelling, and the own number to show; unset: the first one. */
export const Destination = z.object({ to: z.string().max(64), callerId: z.string().max(20).optional() });
export type Destination = z.output<typeof Destination>;

/** What a browser dials with, once the gate has agreed. */
export const DialPlan = z.object({ callerId: z.string(), card: PhoneCard });
export type DialPlan = z.output<typeof DialPlan>;

/** A call by the carrier's id of it. */
export const CarrierCallParams = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/) });
