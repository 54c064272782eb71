import { z } from "zod";
import {
  type AutomationView,
  type PastView,
  Rule,
  type RunView,
  runStatuses,
} from "@/lib/automations/schema";
import { id, moment } from "./fields";

const status = z.enum(runStatuses);
const checks = z
  .array(z.strictObject({ holds: z.boolean(), sentence: z.string() }))
  .describe("Each condition, and whether it held.");

export const Automation = z
  .strictObject({
    id,
    name: z.string(),
    isOn: z.boolean(),
    version: z.int().describe("Counts the changes."),
    preset: z.string().nullable().describe("Which ready-made rule it began as."),
    rule: Rule,
    summary: z.string().describe("The rule in one sentence."),
    lastRun: z.strictObject({ status, reason: z.string(), at: moment }).nullable(),
    runsThisWeek: z.int(),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({
    id: "Automation",
    description: "A rule: when this happens, do that.",
  }) satisfies z.ZodType<AutomationView>;

export const AutomationRun = z
  .strictObject({
    id,
    automationId: id,
    version: z.int(),
    on: z.string().describe("The trigger."),
    status,
    reason: z.string().describe("Why it did nothing, was stopped or failed; empty when all went well."),
    checks,
    steps: z.array(
      z.strictObject({
        position: z.int(),
        kind: z.string(),
        outcome: z.string().describe("`done`, `skipped`, `refused`, `failed` or `waiting`."),
        sentence: z.string(),
        at: moment,
      }),
    ),
    customer: z.strictObject({ id, name: z.string() }).nullable(),
    conversationId: id.nullable(),
    wakeAt: moment.nullable(),
    startedAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: "AutomationRun", description: "One event that met one rule." }) satisfies z.ZodType<RunView>;

export const PastMatch = z
  .strictObject({
    at: moment,
    title: z.string(),
    customerId: id.nullable(),
    wouldRun: z.boolean(),
    reason: z.string(),
    checks,
    steps: z.array(z.string()),
  })
  .meta({ id: "PastMatch", description: "What a rule would have done." }) satisfies z.ZodType<PastView>;
