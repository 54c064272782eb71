import type { Rule } from "./rule";

/** A rule that is ready to be switched on. */
export type Preset = { key: string; name: string; purpose: string; rule: Rule };

const often = { runsPerHour: 500 };

/** The ready-made rules. The first one is every new business's own, switched on: see the migration that makes it. */
export const presets: readonly Preset[] = [
  {
    key: "missed_call_text_back",
    name: "Missed-call text-back",
    purpose: "Nobody could answer: a text keeps the caller from calling somebody else.",
    rule: {
      trigger: { on: "missed_call" },
      conditions: [],
      steps: [
        {
          do: "send_sms",
          body: "Sorry we missed your call! This is {{business.name}}. Reply here and we'll sort it out, or call again any time.",
        },
      ],
      limits: { timesPerCustomer: 1, withinHours: 4, ...often },
    },
  },
  {
    key: "booking_confirmation",
    name: "Booking confirmation",
    purpose: "The customer has day and time in writing, right after booking.",
    rule: {
      trigger: { on: "appointment_booked" },
      conditions: [],
      steps: [
        {
          do: "send_sms",
          body: "Hi {{customer.first_name}}, you're booked at {{business.name}}: {{appointment.service}} on {{appointment.day}} at {{appointment.time}}. Need to change it? Just reply here.",
        },
      ],
      limits: { timesPerCustomer: 5, withinHours: 24, ...often },
    },
  },
  {
    key: "day_before_reminder",
    name: "24-hour reminder",
    purpose: "A day before the appointment, and never for one that was moved or cancelled.",
    rule: {
      trigger: { on: "appointment_due", minutes: 1440, when: "before_start" },
      conditions: [],
      steps: [
        {
          do: "send_sms",
          body: "Hi {{customer.first_name}}, a reminder from {{business.name}}: {{appointment.service}} on {{appointment.day}} at {{appointment.time}}. Reply here to move or cancel it.",
        },
      ],
      limits: { timesPerCustomer: 5, withinHours: 24, ...often },
    },
  },
  {
    key: "review_request",
    name: "Review request",
    purpose: "Two hours after the visit, once in three months. Put your review link into the text.",
    rule: {
      trigger: { on: "appointment_due", minutes: 120, when: "after_end" },
      conditions: [],
      steps: [
        {
          do: "send_sms",
          body: "Hi {{customer.first_name}}, thank you for visiting {{business.name}}! How was it? A short review would help us a lot.",
        },
      ],
      limits: { timesPerCustomer: 1, withinHours: 2160, ...often },
    },
  },
  {
    key: "after_hours_reply",
    name: "After-hours reply",
    purpose: "Whoever writes while you are closed knows that you will answer, and when to expect it.",
    rule: {
      trigger: { on: "inbound_sms" },
      conditions: [{ if: "hours", are: "closed" }],
      steps: [
        {
          do: "send_sms",
          body: "Thanks for writing to {{business.name}}! We're closed right now and will answer as soon as we open.",
        },
      ],
      limits: { timesPerCustomer: 1, withinHours: 12, ...often },
    },
  },
];
