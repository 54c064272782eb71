import { z } from "zod";
import { roles } from "@/lib/kernel/context";
import { TenantSettings } from "@/lib/tenants/schema";
import { id, moment } from "./fields";

export const PhoneNumber = z
  .strictObject({
    id,
    e164: z.string(),
    carrier: z.string(),
    label: z.string(),
    capabilities: z.array(z.string()),
    status: z.string(),
    isDemo: z.boolean(),
    connectionId: id.nullable().describe("The carrier account it belongs to; null: the platform's."),
    looksUpNames: z.boolean().nullable().describe("Whether the carrier looks up who calls; null: it cannot."),
    createdAt: moment,
    channels: z.array(
      z.strictObject({
        kind: z.string().describe("`sms`, `whatsapp` or `voice`."),
        isEnabled: z.boolean(),
        teamId: id,
        ticketMode: z
          .string()
          .describe(
            "`new_thread`: a text after closing opens a new ticket; `any_message`: it reopens the latest.",
          ),
        defaultPriority: z.string(),
        autoAssign: z.strictObject({
          to: z.enum(["nobody", "assistant", "member"]),
          memberId: id.optional(),
        }),
        replies: z
          .enum(["off", "draft", "send"])
          .describe("What the receptionist does with texts in conversations that are left to it."),
      }),
    ),
  })
  .meta({ id: "PhoneNumber", description: "One of the business's numbers." });

export const Member = z
  .strictObject({
    id,
    userId: id,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    isDisabled: z.boolean(),
    createdAt: moment,
  })
  .meta({ id: "Member", description: "Somebody who works in the business." });

export const Business = z
  .strictObject({
    id,
    slug: z.string(),
    name: z.string(),
    status: z.enum(["active", "suspended"]),
    timezone: z.string(),
    country: z.string(),
    locale: z.string(),
    currency: z.string(),
    isDemo: z.boolean(),
    createdAt: moment,
    settings: TenantSettings,
  })
  .meta({ id: "Business", description: "The business that the key belongs to." });
