import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { renderVariables } from "@/lib/kernel/variables";
import { gatherFacts } from "./engine/gather-facts";
import { listPast, type Past } from "./engine/list-past";
import { describeStep } from "./rule/describe";
import type { Facts } from "./rule/facts";
import { judgeConditions, whyTooOften } from "./rule/judge";
import type { Rule } from "./rule/rule";
import type { RuleStep } from "./rule/step";
import { valuesOf } from "./rule/values";
import type { LookBack, PastView } from "./schema";

/**
 * What a rule would have done about the latest things that it waits for, newest first, and why not. Nothing is done. Opening
 * hours are those of that moment; tags and consent are as they are today, because only that is known.
 */
export function lookBack(ctx: Ctx, { rule }: LookBack): Promise<PastView[]> {
  return withTenantSql(ctx, async (sql) => {
    const views: PastView[] = [];
    const ran: Ran[] = [];
    for (const past of (await listPast(sql, ctx, rule.trigger)).reverse()) {
      const facts = await gatherFacts(sql, ctx, past.happening, past.at);
      if (facts) views.push(judgePast(rule, past, facts, ran));
    }
    return views.reverse();
  });
}

/** A time at which the rule would have run. */
type Ran = { customerId: string | null; at: Date };

function judgePast(rule: Rule, { at, title, happening }: Past, facts: Facts, ran: Ran[]): PastView {
  const checks = judgeConditions(rule.conditions, facts);
  const missing = checks.find(({ holds }) => !holds);
  const reason =
    missing?.sentence ?? whyTooOften(rule.limits, frequencyOf(rule, ran, happening.customerId, at)) ?? "";
  if (reason === "") ran.push({ customerId: happening.customerId, at });
  return {
    ...{
      at: at.toISOString(),
      title,
      customerId: happening.customerId,
      wouldRun: reason === "",
      reason,
      checks,
    },
    steps: reason === "" ? rule.steps.map((step) => tellStep(step, facts)) : [],
  };
}

function frequencyOf(rule: Rule, ran: readonly Ran[], customerId: string | null, at: Date) {
  const within = (hours: number) => ran.filter((one) => at.getTime() - one.at.getTime() < hours * 3_600_000);
  const theirs = within(rule.limits.withinHours).filter((one) => one.customerId === customerId);
  return { forCustomer: customerId === null ? 0 : theirs.length, inLastHour: within(1).length };
}

/** A step as it would have been, and what would have kept it from reaching anybody. */
function tellStep(step: RuleStep, facts: Facts): string {
  const isText = step.do === "send_sms" || step.do === "send_whatsapp";
  if (isText && facts.customer?.isOptedOut) return "No text: this person texted STOP.";
  if (isText && !facts.customer) return "No text: it is not known whom to write to.";
  if (isText) return `Text: “${renderVariables(step.body, valuesOf(facts))}”`;
  const told = describeStep(step, { members: [] });
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
}
