import { z } from "zod";
import { Activation, AutomationChange, LookBack, NewAutomation, RunsQuery } from "@/lib/automations/schema";
import { IdParams } from "@/lib/http";
import { Automation, AutomationRun, PastMatch } from "../answers/automation";
import { listOf, pageOf } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const rule = {
  trigger: { on: "inbound_sms" },
  conditions: [{ if: "hours", are: "closed" }],
  steps: [{ do: "send_sms", body: "Thanks for writing to {{business.name}}! We answer as soon as we open." }],
  limits: { timesPerCustomer: 1, withinHours: 12, runsPerHour: 500 },
};
const at = "2026-11-20T20:04:05.000Z";
const automation = {
  ...{ id: exampleIds.turn, name: "After-hours reply", isOn: true, version: 1, preset: null, rule },
  summary:
    "When a text comes in and it is outside opening hours, text the customer “Thanks for writing to [business name]! We answer as soon as we open.”, at most once every 12 hours per customer.",
  ...{ lastRun: { status: "done", reason: "", at }, runsThisWeek: 4, createdAt: at, updatedAt: at },
};
const checks = [{ holds: true, sentence: "It was outside opening hours." }];
const run = {
  ...{ id: exampleIds.message, automationId: automation.id, version: 1, on: "inbound_sms", status: "done" },
  ...{ reason: "", checks },
  steps: [{ position: 0, kind: "send_sms", outcome: "done", sentence: "Text queued.", at }],
  customer: { id: exampleIds.customer, name: "Maya Chen" },
  ...{ conversationId: exampleIds.conversation, wakeAt: null, startedAt: at, finishedAt: at },
};
const params = { id: automation.id };
const one = { tag: "Automations", can: "automations.manage", params: IdParams } as const;
const ruleFields = {
  rule: "Trigger, conditions that must all hold, steps in their order, and how often it may run.",
  preset: "The key of a ready-made rule, if it began as one.",
};

/** Rules, their logs, and trying them on what happened before. */
export const automations: readonly Operation[] = [
  {
    method: "GET",
    path: "/automations",
    tag: "Automations",
    summary: "List the rules",
    can: "automations.manage",
    answer: listOf(Automation),
    example: { answer: { data: [automation], nextCursor: null } },
  },
  {
    ...{ method: "POST", path: "/automations", tag: "Automations", summary: "Make a rule", status: 201 },
    description:
      "Texts may hold variables such as `{{customer.first_name|there}}`. All sending passes the send gate; a text that says STOP starts no rule. A webhook step calls a public https address with a POST, signed as standardwebhooks.com describes it.",
    ...{ can: "automations.manage", body: NewAutomation, fields: ruleFields, answer: Automation },
    refusals: ["refused"],
    example: { body: { name: automation.name, rule, isOn: true }, answer: automation },
  },
  {
    ...{
      method: "POST",
      path: "/automations/look-backs",
      tag: "Automations",
      summary: "Try a rule on the past",
    },
    description:
      "What the rule would have done about the latest things it waits for, and why not. Nothing is done. Opening hours are those of that moment; tags and consent as they are today.",
    ...{ can: "automations.manage", body: LookBack, fields: ruleFields },
    answer: z.strictObject({ data: z.array(PastMatch) }),
    example: {
      body: { rule },
      answer: {
        data: [
          {
            ...{
              at,
              title: "Maya Chen: Are you open?",
              customerId: exampleIds.customer,
              wouldRun: true,
              reason: "",
            },
            ...{
              checks,
              steps: ["Text: “Thanks for writing to Riverside Dental! We answer as soon as we open.”"],
            },
          },
        ],
      },
    },
  },
  {
    ...{ method: "GET", path: "/automations/{id}", summary: "Read a rule", ...one },
    ...{ answer: Automation, example: { params, answer: automation } },
  },
  {
    ...{ method: "PUT", path: "/automations/{id}", summary: "Change a rule", ...one },
    description: "From the next event on; what waits goes on as it began.",
    ...{ body: AutomationChange, answer: Automation },
    fields: { ...ruleFields, version: "The version that was changed." },
    conflict: "Somebody else has changed the rule meanwhile.",
    example: {
      params,
      body: { name: automation.name, rule, version: 1 },
      answer: { ...automation, version: 2 },
    },
  },
  {
    ...{ method: "DELETE", path: "/automations/{id}", summary: "Remove a rule with its log", ...one },
    example: { params },
  },
  {
    ...{ method: "PUT", path: "/automations/{id}/activation", summary: "Switch a rule on or off", ...one },
    description: "What happened while it was off is not made up for.",
    ...{
      body: Activation,
      answer: Automation,
      example: { params, body: { isOn: true }, answer: automation },
    },
  },
  {
    ...{ method: "GET", path: "/automations/{id}/runs", summary: "Read a rule's log", ...one },
    description:
      "Newest first: what met the rule, each step, and why or why not. Kept for half a year; what came of nothing, for a week.",
    ...{ query: RunsQuery, answer: pageOf(AutomationRun) },
    fields: { show: "`acted`: without what came of nothing." },
    example: { params, answer: { data: [run], nextCursor: null } },
  },
  {
    ...{
      method: "GET",
      path: "/automations/{id}/secret",
      summary: "Read what a rule's webhooks are signed with",
      ...one,
    },
    answer: z.strictObject({ secret: z.string() }),
    example: { params, answer: { secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD" } },
  },
];
