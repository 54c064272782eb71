import {
  type LucideIcon,
  MessageCircle,
  MessageSquare,
  Phone,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  StickyNote,
  Voicemail,
} from "lucide-react";
import { cx } from "@/components/ui/cx";

export type ChannelFace =
  | "sms"
  | "whatsapp"
  | "call"
  | "call_in"
  | "call_out"
  | "call_missed"
  | "voicemail"
  | "note";

const faces: Record<ChannelFace, { icon: LucideIcon; word: string; tone: string; box: string }> = {
  sms: { icon: MessageSquare, word: "SMS", tone: "text-sms", box: "bg-sms-soft" },
  whatsapp: { icon: MessageCircle, word: "WhatsApp", tone: "text-whatsapp", box: "bg-whatsapp-soft" },
  call: { icon: Phone, word: "Call", tone: "text-call", box: "bg-call-soft" },
  call_in: { icon: PhoneIncoming, word: "Incoming call", tone: "text-call", box: "bg-call-soft" },
  call_out: { icon: PhoneOutgoing, word: "Outgoing call", tone: "text-call", box: "bg-call-soft" },
  call_missed: { icon: PhoneMissed, word: "Missed call", tone: "text-bad", box: "bg-bad-soft" },
  voicemail: { icon: Voicemail, word: "Voicemail", tone: "text-voicemail", box: "bg-voicemail-soft" },
  note: { icon: StickyNote, word: "Note", tone: "text-note-ink", box: "bg-note" },
};

type ChannelIconProps = {
  channel: ChannelFace;
  /** On a soft square, for the head of a card. */
  isBoxed?: boolean;
  /** The word stands beside it already; screen readers skip the icon. */
  isDecorative?: boolean;
};

/** How something was said, as an icon in the channel's colour with its name for screen readers. */
export function ChannelIcon({ channel, isBoxed, isDecorative }: ChannelIconProps) {
  const { icon: Icon, word, tone, box } = faces[channel];
  return (
    <span
      className={cx(
        "inline-grid shrink-0 place-items-center align-middle",
        tone,
        isBoxed && cx("size-8 rounded-control", box),
      )}
    >
      <Icon className={isBoxed ? "size-[18px]" : "size-4"} strokeWidth={1.9} aria-hidden />
      {!isDecorative && <span className="sr-only">{word}</span>}
    </span>
  );
}

/** The name of a channel as people say it. */
export function channelWord(channel: ChannelFace): string {
  return faces[channel].word;
}
