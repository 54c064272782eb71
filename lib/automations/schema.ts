import { z } from "zod";
import type { Check } from "./rule/judge";
import { Rule } from "./rule/rule";

export type { Condition, ConditionKind } from "./rule/condition";
export { knownTo, Rule } from "./rule/rule";
export type { RuleStep, RuleStepKind } from "./rule/step";
export { type Trigger, type TriggerKind, triggerKinds } from "./rule/trigger";

const Name = z.string().trim().min(1, "Give the rule a name.").max(80);

/** A new rule. `preset` names the ready-made rule that it began as. */
export const NewAutomation = z.strictObject({
  name: Name,
  rule: Rule,
  isOn: z.boolean().default(false),
  preset: z.string().max(60).nullable().default(null),
});
export type NewAutomation = z.output<typeof NewAutomation>;

/** A rule as it was changed; `version` is the one that was changed, so that nobody's work is lost. */
export const AutomationChange = z.strictObject({ name: Name, rule: Rule, version: z.int().min(1) });
export type AutomationChange = z.output<typeof AutomationChange>;

export const Activation = z.strictObject({ isOn: z.boolean() });

export const runStatuses = ["running", "waiting", "done", "skipped", "stopped", "failed"] as const;
export type RunStatus = (typeof runStatuses)[number];

export const RunsQuery = z.object({
  /** acted: left out are those of which nothing came. */
  show: z.enum(["acted", "all"]).default("all"),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type RunsQuery = z.output<typeof RunsQuery>;

/** A rule that is not saved yet, tried on what happened before. */
export const LookBack = z.strictObject({ rule: Rule });
export type LookBack = z.output<typeof LookBack>;

/** A rule as the API and the screens see one. */
export type AutomationView = {
  id: string;
  name: string;
  isOn: boolean;
  version: number;
  preset: string | null;
  rule: Rule;
  /** The rule in one sentence. */
  summary: string;
  lastRun: { status: RunStatus; reason: string; at: string } | null;
  /** How often it did something in the last seven days. */
  runsThisWeek: number;
  createdAt: string;
  updatedAt: string;
};

export type StepView = { position: number; kind: string; outcome: string; sentence: string; at: string };

/** One event that met one rule. */
export type RunView = {
  id: string;
  automationId: string;
  version: number;
  /** The trigger. */
  on: string;
  status: RunStatus;
  reason: string;
  checks: Check[];
  steps: StepView[];
  customer: { id: string; name: string } | null;
  conversationId: string | null;
  wakeAt: string | null;
  startedAt: string;
  finishedAt: string | null;
};

/** What a rule would have done about one thing that happened. */
export type PastView = {
  at: string;
  /** Who or what it was about. */
  title: string;
  customerId: string | null;
  wouldRun: boolean;
  /** Why not; "" when it would. */
  reason: string;
  checks: Check[];
  /** The steps with their texts filled in. */
  steps: string[];
};
