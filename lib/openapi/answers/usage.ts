import { z } from "zod";
import { usageDirections, usageKinds } from "@/lib/usage/schema";
import { id } from "./fields";

const micros = z.number().describe("Millionths of the currency: 7900 is 0.0079.");
const currency = z.string().describe("ISO 4217, such as USD. Currencies are never added up.");
const day = z.iso.date();

const UsageSum = z.strictObject({
  kind: z.enum(usageKinds),
  direction: z.enum(usageDirections),
  units: z.number().describe("Segments, messages, minutes or months."),
  micros,
  reservedMicros: micros.describe("The part that is reserved and not yet certain."),
  currency,
});
const sums = z.array(UsageSum);

export const Usage = z
  .strictObject({
    timezone: z.string(),
    today: z.strictObject({ day, sums }),
    month: z.strictObject({ from: day, sums }),
    days: z.array(z.strictObject({ day, sums })),
    numbers: z
      .array(
        z.strictObject({ numberId: id.nullable(), e164: z.string().nullable(), label: z.string(), sums }),
      )
      .describe("This month by number; null: through a shared number of the installation."),
    caps: z.array(
      z.strictObject({
        what: z.enum(["sms_segments", "whatsapp_messages", "call_minutes", "spend"]),
        used: z.number(),
        cap: z.number(),
        currency: currency.nullable(),
      }),
    ),
  })
  .meta({ id: "Usage", description: "What the business used, in its own days, and how far its limits are." });
