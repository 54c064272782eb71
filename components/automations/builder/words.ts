import type { ConditionKind, RuleStepKind, TriggerKind } from "@/lib/automations/schema";

/** What starts a rule, as one picks it. */
export const triggerWords: Record<TriggerKind, string> = {
  inbound_sms: "A text comes in",
  inbound_whatsapp: "A WhatsApp message comes in",
  call_completed: "A call was answered and is over",
  missed_call: "A call is missed",
  voicemail: "A caller leaves a voicemail",
  conversation_opened: "A conversation is opened",
  conversation_closed: "A conversation is closed",
  conversation_idle: "Nobody has written for a while",
  appointment_booked: "An appointment is booked",
  appointment_moved: "An appointment is moved",
  appointment_cancelled: "An appointment is cancelled",
  appointment_completed: "An appointment is marked as completed",
  appointment_due: "A time before or after an appointment",
  customer_created: "Somebody becomes a customer",
  customer_tagged: "A customer is tagged",
};

/** What must be so, as one picks it. */
export const conditionWords: Record<ConditionKind, string> = {
  text_contains: "The text contains",
  text_equals: "The text is exactly",
  hours: "Opening hours",
  tag: "A tag",
  channel: "The channel",
  first_time: "First contact",
  sentiment: "How the call sounded",
};

/** What is done, as one picks it. */
export const stepWords: Record<RuleStepKind, string> = {
  send_sms: "Send a text",
  send_whatsapp: "Write on WhatsApp",
  ai_reply: "Let the receptionist answer",
  wait: "Wait",
  tag: "Tag the customer",
  note: "Write a note",
  assign: "Assign the conversation",
  priority: "Set the priority",
  close: "Close the conversation",
  webhook: "Call a webhook",
};
