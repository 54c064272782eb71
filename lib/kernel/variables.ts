import { formatPhone } from "./phone-format";

/** A place in a text that is filled in for each person: `{{customer.first_name}}`. */
export type Variable = {
  name: string;
  /** What a picker calls it. */
  label: string;
  /** What a preview shows in its place. */
  example: string;
};

/** What a variable is about; a text may only use those that its place knows. */
export type VariableGroup = "customer" | "business" | "agent" | "conversation" | "message" | "appointment";

/** Values by the variable's name; null for what is not known of this person. */
export type VariableValues = Readonly<Record<string, string | null>>;

/** Every variable there is, in the order of the picker. */
export const variablesByGroup: Readonly<Record<VariableGroup, readonly Variable[]>> = {
  customer: [
    { name: "customer.first_name", label: "First name", example: "Maya" },
    { name: "customer.name", label: "Full name", example: "Maya Chen" },
    { name: "customer.phone", label: "Phone number", example: "(415) 555-0142" },
  ],
  business: [
    { name: "business.name", label: "Business name", example: "Riverside Dental" },
    { name: "business.phone", label: "Business phone", example: "(415) 555-0100" },
    { name: "business.booking_link", label: "Booking page", example: "https://example.com/book/riverside" },
  ],
  agent: [
    { name: "agent.first_name", label: "Your first name", example: "Asha" },
    { name: "agent.name", label: "Your full name", example: "Asha Rao" },
  ],
  conversation: [{ name: "conversation.number", label: "Ticket number", example: "#1042" }],
  message: [{ name: "message.text", label: "What they wrote", example: "Are you open tomorrow?" }],
  appointment: [
    { name: "appointment.service", label: "Service", example: "Check-up" },
    { name: "appointment.staff", label: "With whom", example: "Dr. Lamb" },
    { name: "appointment.day", label: "Day", example: "Monday, November 23" },
    { name: "appointment.time", label: "Time", example: "10:30 AM" },
  ],
};

// `{{ name }}`, or `{{ name | otherwise }}` with what to say when it is not known; and the space before it.
const place = /([ \t]?)\{\{\s*([a-z_]+(?:\.[a-z_]+)*)\s*(?:\|([^{}|]*))?\}\}/g;

/**
 * Fills the variables of a text in, once: a name that itself looks like a variable stays as it is.
 * `{{customer.first_name|there}}` says "there" when the name is not known; without that, nothing stands there, and not
 * the space before it either.
 */
export function renderVariables(text: string, values: VariableValues): string {
  return text.replace(place, (_whole, space: string, name: string, otherwise: string | undefined) => {
    const value = values[name] || otherwise?.trim();
    return value ? space + value : "";
  });
}

/** The names between braces that nothing fills in, each once: what to refuse when a text is saved. */
export function unknownVariables(text: string, groups: readonly VariableGroup[]): string[] {
  const known = new Set(variablesOf(groups).map(({ name }) => name));
  const used = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(
    ([, inside = ""]) => inside.split("|", 1)[0]?.trim() ?? "",
  );
  return [...new Set(used.filter((name) => !known.has(name)))];
}

/** The variables of some groups, in the order of the picker. */
export function variablesOf(groups: readonly VariableGroup[]): Variable[] {
  return groups.flatMap((group) => variablesByGroup[group]);
}

/** A text as it would read for an example person. */
export function exampleOf(text: string): string {
  const all = variablesOf(Object.keys(variablesByGroup).filter(isGroup));
  return renderVariables(text, Object.fromEntries(all.map(({ name, example }) => [name, example])));
}

/** What is known of a customer. A name that was made from a place or a number is nobody's: "Hi SMS from Seattle". */
export function customerValues(customer: {
  name: string;
  nameSource: string;
  phone: string | null;
}): VariableValues {
  const isNamed = customer.nameSource !== "place" && customer.nameSource !== "unknown";
  return {
    "customer.name": isNamed ? customer.name : null,
    "customer.first_name": isNamed ? firstName(customer.name) : null,
    "customer.phone": customer.phone && formatPhone(customer.phone),
  };
}

/** What is known of the member who writes. */
export function agentValues(member: { name: string }): VariableValues {
  return { "agent.name": member.name, "agent.first_name": firstName(member.name) };
}

/** What is known of the business; `phone` is the number that this text leaves from. */
export function businessValues(business: {
  name: string;
  phone: string | null;
  bookingLink: string | null;
}): VariableValues {
  return {
    "business.name": business.name,
    "business.phone": business.phone && formatPhone(business.phone),
    "business.booking_link": business.bookingLink,
  };
}

function firstName(name: string): string {
  return name.trim().split(/\s+/, 1)[0] ?? "";
}

function isGroup(name: string): name is VariableGroup {
  return name in variablesByGroup;
}
