import type { FirstSteps } from "@/lib/inbox/schema";

export type Step = {
  id: keyof FirstSteps;
  title: string;
  words: string;
  /** Where it is done; left out while the page does not exist. */
  href?: string;
};

/** What a new business does first, in the order in which it makes sense. */
export const steps: Step[] = [
  {
    id: "connection",
    title: "Connect a carrier",
    words: "Your own Twilio or Vobiz account, or the platform's.",
    href: "/settings/connections",
  },
  {
    id: "number",
    title: "Get a phone number",
    words: "The one your customers will write to and call.",
    href: "/settings/numbers",
  },
  {
    id: "firstText",
    title: "Receive a first text",
    words: "Write to your number from any phone. It shows up here within a second.",
  },
  {
    id: "firstCall",
    title: "Take a first call",
    words: "Call your number and hear the receptionist answer.",
  },
  {
    id: "hours",
    title: "Set opening hours",
    words: "So that callers hear the right thing at night.",
    href: "/settings/receptionist#hours",
  },
  {
    id: "invite",
    title: "Invite your team",
    words: "Share the inbox; everybody has their own unread marks.",
    href: "/settings/people",
  },
  {
    id: "greeting",
    title: "Write a greeting",
    words: "The first words a caller hears.",
    href: "/settings/receptionist",
  },
];
