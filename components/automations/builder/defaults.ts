import type {
  Condition,
  ConditionKind,
  Rule,
  RuleStep,
  RuleStepKind,
  Trigger,
  TriggerKind,
} from "@/lib/automations/schema";

/** What one begins with after choosing what starts a rule. */
export function newTrigger(on: TriggerKind): Trigger {
  switch (on) {
    case "conversation_idle":
      return { on, minutes: 120, waitingFor: "us" };
    case "appointment_due":
      return { on, minutes: 1440, when: "before_start" };
    case "customer_tagged":
      return { on, tag: null };
    default:
      return { on };
  }
}

/** What one begins with after choosing a condition. */
export function newCondition(kind: ConditionKind): Condition {
  switch (kind) {
    case "text_contains":
    case "text_equals":
      return { if: kind, words: [] };
    case "hours":
      return { if: kind, are: "closed" };
    case "tag":
      return { if: kind, tag: "", has: true };
    case "channel":
      return { if: kind, is: "sms" };
    case "first_time":
      return { if: kind, is: true };
    case "sentiment":
      return { if: kind, is: "negative" };
  }
}

/** What one begins with after choosing a step. */
export function newStep(kind: RuleStepKind): RuleStep {
  switch (kind) {
    case "assign":
      return { do: kind, to: { kind: "assistant" } };
    case "tag":
      return { do: kind, tag: "" };
    case "priority":
      return { do: kind, priority: "high" };
    case "wait":
      return { do: kind, minutes: 60 };
    case "webhook":
      return { do: kind, url: "https://" };
    case "close":
    case "ai_reply":
      return { do: kind };
    default:
      return { do: kind, body: "" };
  }
}

/** A rule that nobody has said anything about yet. */
export const emptyRule: Rule = {
  trigger: { on: "inbound_sms" },
  conditions: [],
  steps: [{ do: "send_sms", body: "" }],
  limits: { timesPerCustomer: 1, withinHours: 1, runsPerHour: 500 },
};
