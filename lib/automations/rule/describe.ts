import { variablesByGroup } from "@/lib/kernel/variables";
import type { Condition } from "./condition";
import type { Limits, Rule } from "./rule";
import type { RuleStep } from "./step";
import type { Trigger } from "./trigger";
import { spanWords, wordList } from "./words";

/** What ids are called: the members of the business. */
export type Names = { members: readonly { id: string; name: string }[] };

/** A rule as one would say it: "When a call is missed and it is outside opening hours, text the customer …, at most once an hour per customer." */
export function describeRule(rule: Rule, names: Names): string {
  const when = [describeTrigger(rule.trigger), ...rule.conditions.map(describeCondition)].join(" and ");
  const steps = rule.steps.map((step) => describeStep(step, names)).join(", then ");
  return `${when}, ${steps}, ${describeLimits(rule.limits)}.`;
}

/** What starts the rule, beginning with a capital letter. */
export function describeTrigger(trigger: Trigger): string {
  switch (trigger.on) {
    case "inbound_sms":
      return "When a text comes in";
    case "inbound_whatsapp":
      return "When a WhatsApp message comes in";
    case "call_completed":
      return "When a call was answered and is over";
    case "missed_call":
      return "When a call is missed";
    case "voicemail":
      return "When a caller leaves a voicemail";
    case "conversation_opened":
      return "When a conversation is opened";
    case "conversation_closed":
      return "When a conversation is closed";
    case "conversation_idle":
      return trigger.waitingFor === "us"
        ? `When a customer has waited ${spanWords(trigger.minutes)} for an answer`
        : `When a customer has not answered for ${spanWords(trigger.minutes)}`;
    case "appointment_booked":
      return "When an appointment is booked";
    case "appointment_moved":
      return "When an appointment is moved";
    case "appointment_cancelled":
      return "When an appointment is cancelled";
    case "appointment_completed":
      return "When an appointment is marked as completed";
    case "appointment_due":
      return trigger.when === "before_start"
        ? `${capital(spanWords(trigger.minutes))} before an appointment`
        : `${capital(spanWords(trigger.minutes))} after an appointment`;
    case "customer_created":
      return "When somebody becomes a customer";
    case "customer_tagged":
      return trigger.tag === null
        ? "When a customer is tagged"
        : `When a customer is tagged “${trigger.tag}”`;
  }
}

/** A condition as a part of a sentence. */
export function describeCondition(condition: Condition): string {
  switch (condition.if) {
    case "text_contains":
      return `the text contains ${wordList(condition.words, "or")}`;
    case "text_equals":
      return `the text is exactly ${wordList(condition.words, "or")}`;
    case "hours":
      return condition.are === "open" ? "it is within opening hours" : "it is outside opening hours";
    case "tag":
      return `the customer is ${condition.has ? "" : "not "}tagged “${condition.tag}”`;
    case "channel":
      return { sms: "it came by SMS", whatsapp: "it came by WhatsApp", call: "it came by phone" }[
        condition.is
      ];
    case "first_time":
      return condition.is ? "it is their first contact" : "they were in contact before";
    case "sentiment":
      return `the call sounded ${condition.is}`;
  }
}

/** A step as a part of a sentence. */
export function describeStep(step: RuleStep, names: Names): string {
  switch (step.do) {
    case "send_sms":
      return `text the customer ${quote(step.body)}`;
    case "send_whatsapp":
      return `write to the customer on WhatsApp ${quote(step.body)}`;
    case "assign":
      return describeAssignee(step.to, names);
    case "tag":
      return `tag the customer “${step.tag}”`;
    case "note":
      return `write the note ${quote(step.body)}`;
    case "close":
      return "close the conversation";
    case "priority":
      return `set the priority to ${step.priority}`;
    case "ai_reply":
      return "let the receptionist answer";
    case "wait":
      return `wait ${spanWords(step.minutes)}`;
    case "webhook":
      return `call ${hostOf(step.url)}`;
  }
}

function describeAssignee(to: Extract<RuleStep, { do: "assign" }>["to"], { members }: Names): string {
  if (to.kind === "nobody") return "take the assignment away";
  if (to.kind === "assistant") return "hand the conversation to the receptionist";
  const name = members.find(({ id }) => id === to.memberId)?.name;
  return `assign the conversation to ${name ?? "a colleague"}`;
}

function describeLimits({ timesPerCustomer, withinHours }: Limits): string {
  const times = { 1: "once", 2: "twice" }[timesPerCustomer] ?? `${timesPerCustomer} times`;
  const span =
    withinHours === 1 ? "an hour" : withinHours === 24 ? "a day" : `every ${spanWords(withinHours * 60)}`;
  return `at most ${times} ${span} per customer`;
}

const longestQuote = 80;

function quote(text: string): string {
  const said = text.trim() === "" ? "…" : inWords(text).replace(/\s+/g, " ").trim();
  return `“${said.length > longestQuote ? `${said.slice(0, longestQuote).trimEnd()}…` : said}”`;
}

const labels = new Map(
  Object.values(variablesByGroup)
    .flat()
    .map(({ name, label }) => [name, label.toLowerCase()]),
);

/** Variables by what they are called: "Hi [first name]". */
function inWords(text: string): string {
  return text.replace(/\{\{\s*([a-z_.]+)[^{}]*\}\}/g, (whole, name: string) => {
    const label = labels.get(name);
    return label ? `[${label}]` : whole;
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "an address";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
