import { z } from "zod";

/** Vobiz writes numbers with and without their plus. */
export function withPlus(number: string): string {
  return `+${number.replace(/\D/g, "")}`;
}

const flag = z.boolean().catch(false);
const text = z.coerce
  .string()
  .transform((value) => (value === "null" || value === "undefined" ? "" : value))
  .catch("");

/** A number in Vobiz's lists, for sale or owned. What is missing is "" or false. */
export const vobizNumber = z.object({
  e164: z
    .string()
    .regex(/^\+?\d{6,15}$/)
    .transform(withPlus),
  country: z.string().catch("IN"),
  region: text,
  capabilities: z
    .object({ voice: flag, sms: flag, mms: flag })
    .catch({ voice: true, sms: false, mms: false }),
  status: text,
  is_blocked: flag,
  setup_fee: z.coerce.number().catch(0),
  monthly_fee: z.coerce.number().catch(0),
  currency: z.string().catch("INR"),
  aadhaar_verification_required: flag,
  application_id: text,
  trunk_group_id: text,
});
