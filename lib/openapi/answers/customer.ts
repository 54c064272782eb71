import { z } from "zod";
import type { CustomerView } from "@/lib/customers/schema";
import { address, id, moment } from "./fields";

export const Customer = z
  .strictObject({
    id,
    name: z.string(),
    nameSource: z
      .string()
      .describe(
        "Where the name is from: a person, WhatsApp's profile, or made from the place of the number.",
      ),
    email: z.string().nullable(),
    addresses: z.array(
      z.strictObject({
        kind: z.string().describe("`phone` or `whatsapp`."),
        address,
        optedOut: z.boolean().describe("Texted STOP; nothing can be sent there."),
      }),
    ),
    optedOut: z.boolean().describe("Whether any of the addresses opted out."),
    city: z.string().nullable(),
    region: z.string().nullable(),
    country: z.string().nullable(),
    timezone: z.string().nullable(),
    language: z.string().nullable(),
    tags: z.array(z.string()),
    createdAt: moment,
  })
  .meta({ id: "Customer", description: "A person outside." }) satisfies z.ZodType<CustomerView>;
