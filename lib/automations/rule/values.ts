import { isTimeZone } from "@/lib/kernel/time";
import { businessValues, customerValues, type VariableValues } from "@/lib/kernel/variables";
import type { Facts } from "./facts";

/** What the variables of a rule's texts say, for the person it is about. */
export function valuesOf(facts: Facts): VariableValues {
  const { customer, conversation, message, business } = facts;
  return {
    ...(customer ? customerValues(customer) : {}),
    ...businessValues(business),
    "conversation.number": conversation && `#${conversation.number}`,
    "message.text": message?.body ?? null,
    ...appointmentValues(facts),
  };
}

/**
 * Day and time on the business's clock, because that is where the appointment is; with the zone's name when the customer
 * lives by another one.
 */
function appointmentValues({ appointment, business, customer }: Facts): VariableValues {
  if (!appointment) return {};
  const at = new Date(appointment.startsAt);
  const time = (timeZone: string, more: Intl.DateTimeFormatOptions = {}) =>
    new Intl.DateTimeFormat(business.locale, {
      timeZone,
      hour: "numeric",
      minute: "2-digit",
      ...more,
    }).format(at);
  const theirs = customer?.timezone && isTimeZone(customer.timezone) ? customer.timezone : business.timezone;
  const isElsewhere = time(theirs) !== time(business.timezone);
  return {
    "appointment.service": appointment.serviceName,
    "appointment.staff": appointment.staffName,
    "appointment.day": new Intl.DateTimeFormat(business.locale, {
      ...{ timeZone: business.timezone, weekday: "long", month: "long", day: "numeric" },
    }).format(at),
    "appointment.time": time(business.timezone, isElsewhere ? { timeZoneName: "short" } : {}),
  };
}
