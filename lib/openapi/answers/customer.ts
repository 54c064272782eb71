import { z } from "zod";
import type { ConsentView } from "@/lib/consent/schema";
import { fieldKinds } from "@/lib/customers/rules";
import type {
  CustomerFacets as CustomerFacetsView,
  CustomerFieldView,
  CustomerNoteView,
  CustomerView,
} from "@/lib/customers/schema";
import type { ErasureView, MergeView } from "@/lib/persons/schema";
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
        id,
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
    fields: z.record(z.string(), z.string()).describe("Values of the business's own fields, by key."),
    lastContactAt: moment.nullable().describe("When something was last said, over every channel."),
    createdAt: moment,
  })
  .meta({ id: "Customer", description: "A person outside." }) satisfies z.ZodType<CustomerView>;

export const CustomerFacets = z
  .strictObject({
    count: z.int().describe("How many fit; counting stops at 10,000."),
    tags: z.array(z.string()),
    countries: z.array(z.string()),
  })
  .meta({
    id: "CustomerFacets",
    description: "What customers can be narrowed by.",
  }) satisfies z.ZodType<CustomerFacetsView>;

export const CustomerNote = z
  .strictObject({
    id,
    body: z.string(),
    author: z.strictObject({ kind: z.string(), name: z.string().nullable() }),
    createdAt: moment,
  })
  .meta({
    id: "CustomerNote",
    description: "What colleagues should know.",
  }) satisfies z.ZodType<CustomerNoteView>;

export const CustomerField = z
  .strictObject({ id, key: z.string(), label: z.string(), kind: z.enum(fieldKinds) })
  .meta({
    id: "CustomerField",
    description: "A field of the business's own.",
  }) satisfies z.ZodType<CustomerFieldView>;

export const ConsentChange = z
  .strictObject({
    id,
    address,
    change: z.string().describe("`opted_out` or `opted_in`."),
    source: z.string().describe("How: `stop_keyword`, `start_keyword`, `carrier`, `person`, `import`."),
    text: z.string().nullable().describe("The words, or the proof."),
    actor: z.string(),
    at: moment,
  })
  .meta({
    id: "ConsentChange",
    description: "A change of consent with its proof.",
  }) satisfies z.ZodType<ConsentView>;

export const Merge = z
  .strictObject({
    id,
    mergedId: id.describe("The customer who is gone while this stands."),
    name: z.string(),
    addresses: z.array(address),
    by: z.string().nullable(),
    createdAt: moment,
    isLast: z.boolean().describe("Only the last one that stands can be taken back."),
  })
  .meta({
    id: "Merge",
    description: "A customer who was merged into another.",
  }) satisfies z.ZodType<MergeView>;

const count = z.int();

export const Erased = z
  .strictObject({
    erased: z.strictObject({
      ...{
        messages: count,
        files: count,
        calls: count,
        recordings: count,
        appointments: count,
        notes: count,
      },
      addresses: count,
    }),
    kept: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  })
  .meta({ id: "Erased", description: "What was erased, and what stays." }) satisfies z.ZodType<ErasureView>;
