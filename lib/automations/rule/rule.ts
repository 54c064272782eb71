import { z } from "zod";
import { unknownVariables, type VariableGroup } from "@/lib/kernel/variables";
import { Condition, type ConditionKind } from "./condition";
import { RuleStep } from "./step";
import { Trigger, type TriggerKind } from "./trigger";

const always: readonly VariableGroup[] = ["customer", "business", "conversation"];
const anytime: readonly ConditionKind[] = ["hours", "tag", "first_time"];

type Knows = { variables: readonly VariableGroup[]; conditions: readonly ConditionKind[]; hasText: boolean };

const text: Knows = {
  variables: [...always, "message"],
  conditions: ["text_contains", "text_equals", ...anytime],
  hasText: true,
};
const call: Knows = { variables: always, conditions: ["sentiment", ...anytime], hasText: false };
const thread: Knows = { variables: always, conditions: ["channel", ...anytime], hasText: false };
const appointment: Knows = { variables: [...always, "appointment"], conditions: anytime, hasText: false };
const customer: Knows = { variables: always, conditions: anytime, hasText: false };

/** What a rule may ask and say, by what starts it: a booking has no text, a text no sentiment. */
export const knownTo: Readonly<Record<TriggerKind, Knows>> = {
  inbound_sms: text,
  inbound_whatsapp: text,
  call_completed: call,
  missed_call: { ...call, conditions: anytime },
  voicemail: call,
  conversation_opened: thread,
  conversation_closed: thread,
  conversation_idle: thread,
  appointment_booked: appointment,
  appointment_moved: appointment,
  appointment_cancelled: appointment,
  appointment_completed: appointment,
  appointment_due: appointment,
  customer_created: customer,
  customer_tagged: customer,
};

/** How often a rule may run, so that it can never flood anybody. */
export const Limits = z.strictObject({
  /** So many times for one customer … */
  timesPerCustomer: z.int().min(1).max(20),
  /** … within so many hours, up to a year. */
  withinHours: z.int().min(1).max(8760),
  /** And so many times within an hour for all of them together. */
  runsPerHour: z.int().min(1).max(10_000).default(500),
});
export type Limits = z.output<typeof Limits>;

/** A whole rule. */
export const Rule = z
  .strictObject({
    trigger: Trigger,
    conditions: z.array(Condition).max(10).default([]),
    steps: z.array(RuleStep).min(1, "Say what should be done.").max(10),
    limits: Limits.prefault({ timesPerCustomer: 1, withinHours: 1 }),
  })
  .superRefine((rule, report) => {
    for (const { path, message } of problemsOf(rule)) report.addIssue({ code: "custom", path, message });
  });
export type Rule = z.output<typeof Rule>;

type Problem = { path: (string | number)[]; message: string };

/** What is wrong with the parts of a rule together: each alone is right. */
function problemsOf({
  trigger,
  conditions,
  steps,
}: Pick<Rule, "trigger" | "conditions" | "steps">): Problem[] {
  const knows = knownTo[trigger.on];
  const asked = conditions.flatMap((condition, index) =>
    knows.conditions.includes(condition.if)
      ? []
      : [{ path: ["conditions", index], message: "This cannot be known when the rule starts." }],
  );
  return [...asked, ...steps.flatMap((step, index) => problemsOfStep(step, index, steps, knows))];
}

function problemsOfStep(step: RuleStep, index: number, steps: readonly RuleStep[], knows: Knows): Problem[] {
  const texts = textsOf(step).flatMap(([field, body]) => {
    const [unknown] = unknownVariables(body, knows.variables);
    return unknown === undefined
      ? []
      : [
          {
            path: ["steps", index, field],
            message: `{{${unknown}}} is not known here. Pick a variable from the list.`,
          },
        ];
  });
  if (step.do === "ai_reply" && !knows.hasText)
    texts.push({ path: ["steps", index], message: "The receptionist can only answer a text that came in." });
  if (step.do === "wait" && index === steps.length - 1)
    texts.push({ path: ["steps", index], message: "Say what comes after the wait." });
  return texts;
}

/** The texts of a step in which variables are filled in, with the field they stand in. */
function textsOf(step: RuleStep): [field: string, text: string][] {
  if (step.do === "send_sms" || step.do === "send_whatsapp" || step.do === "note")
    return [["body", step.body]];
  return [];
}
