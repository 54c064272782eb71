import { expect, it } from "vitest";
import { describeRule } from "./rule/describe";
import { presets } from "./rule/presets";
import { knownTo, Rule } from "./rule/rule";
import { Trigger, triggerKinds } from "./rule/trigger";

const nobody = { members: [] };
const limits = { timesPerCustomer: 1, withinHours: 1 };
const tag = { do: "tag", tag: "x" };

it.each<[unknown, string]>([
  [
    {
      trigger: { on: "missed_call" },
      conditions: [{ if: "hours", are: "closed" }],
      steps: [{ do: "send_sms", body: "Sorry, {{customer.first_name|there}}!" }],
    },
    "When a call is missed and it is outside opening hours, text the customer “Sorry, [first name]!”, at most once an hour per customer.",
  ],
  [
    {
      trigger: { on: "conversation_idle", minutes: 120, waitingFor: "us" },
      steps: [{ do: "priority", priority: "urgent" }, { do: "wait", minutes: 90 }, { do: "close" }],
    },
    "When a customer has waited 2 hours for an answer, set the priority to urgent, then wait 90 minutes, then close the conversation, at most once an hour per customer.",
  ],
  [
    {
      trigger: { on: "appointment_due", minutes: 1440, when: "before_start" },
      steps: [{ do: "webhook", url: "https://example.com/x?y" }],
      limits: { timesPerCustomer: 2, withinHours: 24 },
    },
    "1 day before an appointment, call example.com, at most twice a day per customer.",
  ],
])("says %j in words", (rule, words) => {
  expect(describeRule(Rule.parse({ limits, ...(rule as object) }), nobody)).toBe(words);
});

it.each<[unknown, string]>([
  [{ trigger: { on: "voicemail" }, steps: [{ do: "ai_reply" }] }, "steps.0"],
  [{ trigger: { on: "voicemail" }, steps: [tag, { do: "wait", minutes: 5 }] }, "steps.1"],
  [{ trigger: { on: "voicemail" }, steps: [{ do: "note", body: "{{message.text}}" }] }, "steps.0.body"],
  [
    { trigger: { on: "inbound_sms" }, steps: [{ do: "send_sms", body: "{{apointment.day}}" }] },
    "steps.0.body",
  ],
  [
    {
      trigger: { on: "appointment_booked" },
      conditions: [{ if: "text_contains", words: ["x"] }],
      steps: [tag],
    },
    "conditions.0",
  ],
  [{ trigger: { on: "inbound_sms" }, steps: [] }, "steps"],
])("refuses %j at its place", (rule, place) => {
  expect(Rule.safeParse(rule).error?.issues.map(({ path }) => path.join("."))).toEqual([place]);
});

it("knows for every trigger what it may ask, and every ready-made rule is right", () => {
  expect(Object.keys(knownTo).sort()).toEqual([...triggerKinds].sort());
  expect(Trigger.options).toHaveLength(triggerKinds.length);
  for (const { rule } of presets) expect(Rule.parse(rule)).toEqual(rule);
});
