import type { Condition } from "./condition";
import type { Facts } from "./facts";
import type { Limits } from "./rule";
import type { Happening, Trigger } from "./trigger";
import { spanWords, wordList } from "./words";

/** A condition as it was found: a sentence about what is so, and whether that is what the rule wants. */
export type Check = { holds: boolean; sentence: string };

/** Looks at every condition; all must hold. */
export function judgeConditions(conditions: readonly Condition[], facts: Facts): Check[] {
  return conditions.map((condition) => judgeCondition(condition, facts));
}

function judgeCondition(condition: Condition, facts: Facts): Check {
  switch (condition.if) {
    case "text_contains": {
      const text = plain(facts.message?.body ?? "");
      const found = condition.words.filter((word) => text.includes(plain(word)));
      return found.length > 0
        ? { holds: true, sentence: `The text contains ${wordList(found, "and")}.` }
        : { holds: false, sentence: `The text does not contain ${wordList(condition.words, "or")}.` };
    }
    case "text_equals": {
      const text = plain(facts.message?.body ?? "");
      const holds = condition.words.some((word) => plain(word) === text);
      return {
        holds,
        sentence: `The text is ${holds ? "" : "not "}exactly ${wordList(condition.words, "or")}.`,
      };
    }
    case "hours": {
      const sentence = facts.isOpen ? "It was within opening hours." : "It was outside opening hours.";
      return { holds: facts.isOpen === (condition.are === "open"), sentence };
    }
    case "tag": {
      const tags = [...(facts.customer?.tags ?? []), ...(facts.conversation?.tags ?? [])];
      const has = tags.some((tag) => plain(tag) === plain(condition.tag));
      const sentence = `The customer is ${has ? "" : "not "}tagged “${condition.tag}”.`;
      return { holds: has === condition.has, sentence };
    }
    case "channel": {
      const channel = facts.message?.channel ?? (facts.call ? "call" : (facts.conversation?.channel ?? ""));
      return {
        holds: channel === condition.is,
        sentence: `It came ${channelWords[channel] ?? "another way"}.`,
      };
    }
    case "first_time": {
      const sentence = facts.isFirstTime
        ? "It was the customer's first contact."
        : "It was not the customer's first contact.";
      return { holds: facts.isFirstTime === condition.is, sentence };
    }
    case "sentiment": {
      const found = facts.call?.sentiment ?? null;
      return {
        holds: found === condition.is,
        sentence: found ? `The call sounded ${found}.` : "How the call sounded is not known.",
      };
    }
  }
}

const channelWords: Record<string, string> = { sms: "by SMS", whatsapp: "by WhatsApp", call: "by phone" };

/** One spelling to compare by: small letters, no accents, single spaces. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Why what started the rule is not so any more, in words; null while it is. Asked before the first step and after every
 * wait, so that nobody is reminded of an appointment that was moved.
 */
export function whyStale(trigger: Trigger, happening: Happening, facts: Facts): string | null {
  switch (trigger.on) {
    case "appointment_booked":
    case "appointment_moved":
    case "appointment_due":
    case "appointment_completed":
    case "appointment_cancelled":
      return staleAppointment(trigger, happening, facts);
    case "conversation_closed":
      return facts.conversation?.status === "closed" ? null : "The conversation was opened again.";
    case "conversation_idle":
      return staleWait(happening, facts);
    case "customer_tagged": {
      const tags = facts.customer?.tags ?? [];
      const isGone = happening.tags.length > 0 && !happening.tags.some((tag) => tags.includes(tag));
      return isGone ? "The tag was taken away again." : null;
    }
    default:
      return null;
  }
}

type AboutAppointment = Extract<Trigger, { on: `appointment_${string}` }>;

function staleAppointment(trigger: AboutAppointment, { still }: Happening, facts: Facts): string | null {
  const { appointment, now } = facts;
  if (!appointment) return "The appointment is not there any more.";
  const { status, startsAt } = appointment;
  if (trigger.on === "appointment_cancelled")
    return status === "cancelled" ? null : "The appointment is not cancelled any more.";
  if (status === "cancelled") return "The appointment was cancelled.";
  if (still?.startsAt && still.startsAt !== startsAt) return "The appointment was moved to another time.";
  if (status === "no_show") return "Nobody came to the appointment.";
  if (trigger.on === "appointment_completed")
    return status === "completed" ? null : "The appointment is not marked as completed any more.";
  if (trigger.on !== "appointment_due" || trigger.when === "after_end") return null;
  return status === "booked" && new Date(startsAt) > now ? null : "The appointment has begun already.";
}

function staleWait({ still }: Happening, { conversation }: Facts): string | null {
  if (!conversation || conversation.status === "closed") return "The conversation was closed meanwhile.";
  return still && still.lastInboundAt !== conversation.lastInboundAt ? "The customer wrote meanwhile." : null;
}

/** How often a rule has run lately. */
export type Frequency = { forCustomer: number; inLastHour: number };

/** Why a rule must not run again yet; null when it may. */
export function whyTooOften(limits: Limits, { forCustomer, inLastHour }: Frequency): string | null {
  const { timesPerCustomer, withinHours, runsPerHour } = limits;
  if (forCustomer >= timesPerCustomer) {
    const times = timesPerCustomer === 1 ? "once" : `${timesPerCustomer} times`;
    return `It ran for this customer already: ${times} within ${spanWords(withinHours * 60)} is the limit.`;
  }
  return inLastHour >= runsPerHour
    ? `It ran ${inLastHour} times within an hour, which is the limit. It starts again when the hour is over.`
    : null;
}

const longestChain = 5;

/** Why a chain of rules stops here; null when it may go on. `chain` are the rules that led to this one. */
export function whyCircular(automationId: string, chain: readonly string[]): string | null {
  if (chain.includes(automationId))
    return chain.at(-1) === automationId
      ? "This rule started itself: one of its own steps is what it waits for. It was stopped here."
      : "This rule was started by another rule that it had started itself. It was stopped here.";
  return chain.length >= longestChain
    ? `${longestChain} rules in a row had started each other. The chain was stopped here.`
    : null;
}

/** Automated texts to one person within an hour; beyond that it may be two machines talking. */
export const mostTextsAnHour = 6;

const mostAlike = 3;

/** Whether the last things somebody wrote are the same words again and again, as machines write. Newest last. */
export function isEcho(bodies: readonly string[]): boolean {
  const last = bodies.slice(-mostAlike).map(plain);
  return last.length === mostAlike && last[0] !== "" && new Set(last).size === 1;
}
