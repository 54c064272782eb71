import {
  CalendarCheck,
  CalendarClock,
  CalendarX,
  Check,
  CircleAlert,
  CircleHelp,
  Frown,
  Hourglass,
  type LucideIcon,
  Meh,
  MessageSquareText,
  NotebookPen,
  Phone,
  PhoneForwarded,
  PhoneMissed,
  Radio,
  Smile,
  Voicemail,
} from "lucide-react";
import type { TagTone } from "@/components/ui/display/tag";
import type { CallRow } from "@/lib/calls/schema";

export type Face = { word: string; tone: TagTone; icon: LucideIcon };

/** What came of a call. */
export const outcomeFaces = {
  booked: { word: "Booked", tone: "good", icon: CalendarCheck },
  moved: { word: "Moved", tone: "good", icon: CalendarClock },
  cancelled: { word: "Cancelled", tone: "quiet", icon: CalendarX },
  message_taken: { word: "Message taken", tone: "warn", icon: NotebookPen },
  answered: { word: "Answered", tone: "quiet", icon: Check },
  transferred: { word: "Put through", tone: "quiet", icon: PhoneForwarded },
  voicemail: { word: "Voicemail", tone: "warn", icon: Voicemail },
  message_left: { word: "Message left", tone: "quiet", icon: Voicemail },
  missed: { word: "Missed", tone: "bad", icon: PhoneMissed },
  failed: { word: "Failed", tone: "bad", icon: CircleAlert },
} satisfies Record<string, Face>;

export const sentimentFaces = {
  positive: { word: "Positive", tone: "good", icon: Smile },
  neutral: { word: "Neutral", tone: "quiet", icon: Meh },
  negative: { word: "Negative", tone: "bad", icon: Frown },
} satisfies Record<string, Face>;

const actionFaces: Record<string, Face> = {
  booked: { word: "Booked", tone: "good", icon: CalendarCheck },
  moved: { word: "Moved", tone: "good", icon: CalendarClock },
  cancelled: { word: "Cancelled", tone: "quiet", icon: CalendarX },
  texted: { word: "Texted", tone: "good", icon: MessageSquareText },
  transferred: { word: "Put through", tone: "good", icon: PhoneForwarded },
  message: { word: "Message", tone: "warn", icon: NotebookPen },
};

const promised: Face = { word: "Promised", tone: "warn", icon: Hourglass };

/** Something agreed in a call: done things are green, open promises amber. */
export function actionFace(kind: string): Face {
  return actionFaces[kind] ?? promised;
}

/** Where a call stands or what came of it; null when it is over and not yet judged. */
export function outcomeFace({
  status,
  outcome,
  direction,
  placed,
}: Pick<CallRow, "status" | "outcome" | "direction"> & Partial<Pick<CallRow, "placed">>) {
  if (placed?.state === "unknown") return { word: "Unknown", tone: "warn", icon: CircleHelp } satisfies Face;
  if (status === "in_progress") return { word: "On the line", tone: "accent", icon: Radio } satisfies Face;
  if (status === "queued" || status === "ringing")
    return { word: "Ringing", tone: "accent", icon: Phone } satisfies Face;
  const face: Face | undefined = Object.entries(outcomeFaces).find(([name]) => name === outcome)?.[1];
  if (face && outcome === "missed" && direction === "outbound") return { ...face, word: "No answer" };
  return face ?? null;
}
