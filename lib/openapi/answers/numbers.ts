import { z } from "zod";
import { numberKinds } from "@/lib/carriers/schema";
import { id, moment } from "./fields";

const Capabilities = z.strictObject({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() });

const AvailableNumber = z
  .strictObject({
    e164: z.string(),
    friendlyName: z.string(),
    country: z.string(),
    kind: z.enum(numberKinds),
    locality: z.string().optional(),
    region: z.string().optional(),
    capabilities: Capabilities,
    requirement: z
      .enum(["none", "any", "local", "foreign", "kyc"])
      .describe("What the carrier wants on file before it sells: an address, or who you are."),
    price: z.strictObject({ monthly: z.number(), setup: z.number(), currency: z.string() }).optional(),
  })
  .meta({ id: "AvailableNumber", description: "A number for sale." });

export const NumberOffers = z.strictObject({
  source: z
    .enum(["own", "platform", "simulator", "demo"])
    .describe("Whose account would buy it; `demo`: labelled examples, as none is connected."),
  data: z.array(AvailableNumber),
  nextCursor: z.null(),
});

export const AcquiredNumber = z
  .strictObject({
    id,
    webhooks: z.union([
      z.strictObject({ ok: z.literal(true), sid: z.string() }),
      z.strictObject({ ok: z.literal(false), code: z.string(), sentence: z.string() }),
    ]),
  })
  .meta({
    id: "AcquiredNumber",
    description: "The number is yours; `webhooks` says whether its calls and texts come here already.",
  });

export const ReleasedNumber = z.strictObject({
  undoUntil: moment.nullable().describe("Until when the carrier can undo it; null: not at all."),
});

export const NumberDrift = z
  .strictObject({
    id,
    e164: z.string(),
    findings: z.array(
      z.strictObject({
        field: z.string(),
        kind: z.string().describe("`not_set`, `other_url`, `wrong_method`, `overridden`, `missing_number` …"),
        expected: z.string(),
        actual: z.string(),
        tone: z.enum(["bad", "warn"]).describe("`bad`: calls or texts do not arrive."),
        sentence: z.string(),
      }),
    ),
    unreachable: z.string().nullable().describe("Why the carrier could not be asked."),
  })
  .meta({ id: "NumberDrift", description: "Where what the carrier has differs from what it should have." });
