import { z } from "zod";
import { Finding } from "@/lib/doctor/schema";
import type { SetupState as SetupStateView } from "@/lib/setup/schema";
import { id, moment } from "./fields";

export const Connection = z
  .strictObject({
    id: id.nullable().describe("null: the platform's."),
    carrier: z.string(),
    carrierLabel: z.string(),
    scope: z.enum(["platform", "tenant", "user"]),
    label: z.string(),
    accountId: z.string(),
    hints: z.record(z.string(), z.string()).describe("The last four characters of each secret; never more."),
    status: z.string(),
    problem: z.string().optional(),
    verification: z.enum(["strict", "optional"]),
    verifiedAt: moment.nullable(),
    overlapUntil: moment.nullable().describe("Until when replaced secrets still verify webhooks."),
    pool: z.string().nullable(),
    createdAt: moment.nullable(),
  })
  .meta({ id: "Connection", description: "A carrier account; its secrets are never shown." });

export const SetupState = z
  .strictObject({
    connectionId: z.string(),
    steps: z.array(
      z.strictObject({
        step: z.enum(["credentials", "application", "key", "pool", "number", "webhook"]),
        title: z.string(),
        state: z.enum(["done", "failed", "todo", "busy"]),
        sentence: z.string(),
      }),
    ),
    isDone: z.boolean(),
  })
  .meta({
    id: "SetupState",
    description: "How far an account is set up.",
  }) satisfies z.ZodType<SetupStateView>;

export const Verification = z
  .union([
    z.strictObject({
      ok: z.literal(true),
      accountId: z.string(),
      name: z.string(),
      isTrial: z.boolean(),
      balance: z.strictObject({ amount: z.number(), currency: z.string() }).optional(),
    }),
    z.strictObject({
      ok: z.literal(false),
      reason: z.enum(["format", "refused", "unreachable", "suspended"]),
      field: z.string().optional(),
      sentence: z.string(),
    }),
  ])
  .meta({ id: "Verification", description: "What the carrier says of these credentials." });

const leftObject = { kind: z.string(), name: z.string() };
export const Disconnection = z
  .strictObject({
    isDone: z.boolean(),
    removed: z.array(z.strictObject(leftObject)),
    left: z.array(z.strictObject({ ...leftObject, sid: z.string().nullable(), why: z.string() })),
  })
  .meta({ id: "Disconnection", description: "What was removed at the carrier, and what could not be." });

export const AccountNumber = z
  .strictObject({
    e164: z.string(),
    friendlyName: z.string(),
    capabilities: z.strictObject({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() }),
    state: z.enum(["free", "ours", "elsewhere"]),
    goesTo: z.string().describe("Host that its calls go to now."),
  })
  .meta({ id: "AccountNumber", description: "A number that the account has." });

const tone = z.enum(["good", "warn", "bad"]);
export const DoctorReport = z
  .strictObject({
    checkedAt: moment,
    verdict: tone,
    examinations: z.array(
      z.strictObject({
        subject: z.string(),
        title: z.string(),
        id: z.string().nullable(),
        kind: z.enum(["number", "connection", "installation"]),
        verdict: tone,
        findings: z.array(Finding),
      }),
    ),
  })
  .meta({
    id: "DoctorReport",
    description: "Whether everything works, with cause and cure where it does not.",
  });
