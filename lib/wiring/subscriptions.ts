import { heardKinds, hearEvent } from "@/lib/automations";
import { hearOfPresence } from "@/lib/calls";
import type { Subscription } from "@/lib/events";
import { hearText } from "@/lib/receptionist";

/** Which higher noun hears of what: event kinds, and the function that enqueues its job. */
export const subscriptions: readonly Subscription[] = [
  { to: ["message.received"], tell: hearText },
  { to: heardKinds, tell: hearEvent },
  { to: ["presence.changed"], tell: hearOfPresence },
];
