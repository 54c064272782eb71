import {
  AlarmClock,
  Archive,
  Check,
  CheckCheck,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleHelp,
  CirclePause,
  Clock,
  type LucideIcon,
} from "lucide-react";
import type { TagTone } from "@/components/ui/display/tag";

export type StateFace = { icon: LucideIcon; word: string; tone: TagTone };

/** Every state that people see, with its icon and word; colour never stands alone. */
export const stateFaces = {
  queued: { icon: Clock, word: "Queued", tone: "quiet" },
  scheduled: { icon: AlarmClock, word: "Scheduled", tone: "quiet" },
  sending: { icon: CircleDashed, word: "Sending", tone: "quiet" },
  sent: { icon: Check, word: "Sent", tone: "quiet" },
  delivered: { icon: CheckCheck, word: "Delivered", tone: "quiet" },
  read: { icon: CheckCheck, word: "Read", tone: "good" },
  failed: { icon: CircleAlert, word: "Failed", tone: "bad" },
  unknown: { icon: CircleHelp, word: "Unknown", tone: "warn" },
  open: { icon: CircleDot, word: "Open", tone: "accent" },
  pending: { icon: CirclePause, word: "Waiting for customer", tone: "warn" },
  snoozed: { icon: AlarmClock, word: "Snoozed", tone: "quiet" },
  closed: { icon: Archive, word: "Closed", tone: "quiet" },
  working: { icon: CircleCheck, word: "Working", tone: "good" },
  attention: { icon: CircleAlert, word: "Needs attention", tone: "warn" },
  broken: { icon: CircleAlert, word: "Not working", tone: "bad" },
  off: { icon: CirclePause, word: "Off", tone: "quiet" },
} satisfies Record<string, StateFace>;

export type StateName = keyof typeof stateFaces;
