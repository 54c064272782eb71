import { z } from "zod";
import { numberKinds } from "@/lib/carriers/schema";

/** A number a tenant owns, with the settings of one of its channels. */
export type NumberChannel = {
  numberId: string;
  e164: string;
  carrier: string;
  connectionId: string | null;
  channelId: string;
  kind: "sms" | "whatsapp" | "voice";
  isEnabled: boolean;
  teamId: string;
  ticketMode: "new_thread" | "any_message";
  defaultPriority: string;
  autoAssign: AutoAssign;
};

/** What the receptionist does with texts in conversations that are left to it. */
export const ReplyMode = z.enum(["off", "draft", "send"]);
export type ReplyMode = z.output<typeof ReplyMode>;

/** To whom a new conversation on a channel goes by itself. */
export const AutoAssign = z.discriminatedUnion("to", [
  z.object({ to: z.literal("nobody") }),
  z.object({ to: z.literal("assistant") }),
  z.object({ to: z.literal("member"), memberId: z.uuid() }),
]);
export type AutoAssign = z.output<typeof AutoAssign>;

/** A number as settings and the API show it. */
export type NumberView = {
  id: string;
  e164: string;
  carrier: string;
  label: string;
  capabilities: string[];
  status: string;
  isDemo: boolean;
  connectionId: string | null;
  /** Whether the carrier looks up who calls; null where it cannot. */
  looksUpNames: boolean | null;
  createdAt: Date;
  channels: {
    kind: string;
    isEnabled: boolean;
    teamId: string;
    ticketMode: string;
    defaultPriority: string;
    autoAssign: AutoAssign;
    /** For texts only. */
    replies: ReplyMode;
  }[];
};

/** Through which account: a connection of the tenant, or null for the platform's. */
const ConnectionId = z.uuid().nullable().default(null);
const E164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "Write the number with plus and country code.");
const Carrier = z.string().max(40);

/** What to look for in the shop; everything comes as text, as a query does. */
export const NumberQuery = z.object({
  carrier: Carrier,
  connectionId: z.uuid().optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
  kind: z.enum(numberKinds).default("local"),
  areaCode: z
    .string()
    .regex(/^\d{0,6}$/, "Digits only")
    .optional(),
  contains: z
    .string()
    .regex(/^[0-9A-Za-z*]{0,16}$/, "Digits, letters and * only")
    .refine((text) => text.length !== 1, "At least two characters")
    .optional(),
  locality: z.string().max(80).optional(),
  sms: z.stringbool().optional(),
  voice: z.stringbool().optional(),
  mms: z.stringbool().optional(),
});
export type NumberQuery = z.output<typeof NumberQuery>;

/** A purchase. `maxMonthly` is the price that was shown: a dearer number is not bought. */
export const NumberOrder = z.object({
  carrier: Carrier,
  connectionId: ConnectionId,
  e164: E164,
  label: z.string().trim().max(80).optional(),
  maxMonthly: z.number().nonnegative().optional(),
});
export type NumberOrder = z.output<typeof NumberOrder>;

/** A number that the account has already. */
export const NumberImport = NumberOrder.omit({ maxMonthly: true });
export type NumberImport = z.output<typeof NumberImport>;

/** A release is confirmed by typing the number. */
export const NumberRelease = z.object({ confirmation: z.string().max(40) });

/** A change of a number; what is left out stays. */
export const NumberChange = z
  .object({
    label: z.string().trim().min(1, "Give it a name").max(80),
    /** Whether the carrier looks up who calls; it charges for each call. */
    looksUpNames: z.boolean(),
  })
  .partial();
export type NumberChange = z.output<typeof NumberChange>;

/** A change of a number's channel; what is left out stays. A channel that the number did not have yet is added. */
export const ChannelChange = z
  .object({
    isEnabled: z.boolean(),
    teamId: z.uuid(),
    ticketMode: z.enum(["new_thread", "any_message"]),
    defaultPriority: z.enum(["low", "normal", "high", "urgent"]),
    autoAssign: AutoAssign,
    replies: ReplyMode,
  })
  .partial();
export type ChannelChange = z.output<typeof ChannelChange>;

/** A channel of a number, as paths name it. */
export const ChannelParams = z.object({ id: z.uuid(), kind: z.enum(["sms", "whatsapp", "voice"]) });
