/** One thing in a demo conversation: minutes after the one before, who, what. */
export type Line =
  | {
      after: number;
      from: "customer" | "assistant" | MemberName;
      text: string;
      failed?: string;
      status?: "sent" | "delivered" | "read";
    }
  | { after: number; note: MemberName; text: string }
  | { after: number; call: DemoCall };

/** First names of the demo's people; they are members of one of the two businesses. */
export type MemberName = "Olivia" | "Anika" | "Priya";

/** A call as it stands in the timeline afterwards. */
export type DemoCall = {
  direction?: "inbound" | "outbound";
  answeredBy: "assistant" | "member" | "voicemail" | null;
  outcome: "booked" | "answered" | "message_taken" | "transferred" | "voicemail" | "missed";
  missedReason?: string;
  seconds: number;
  /** Whether there is something to listen to; true unless said. */
  isRecorded?: boolean;
  summary: string;
  sentiment: { label: "positive" | "neutral" | "negative"; score: number };
  actions?: { kind: "booked" | "promised"; text: string }[];
  turns: [speaker: "caller" | "assistant" | "agent", text: string][];
};

export type Story = {
  customer: {
    name: string;
    phone: string;
    source?: "person" | "place" | "profile";
    email?: string;
    city?: string;
    region?: string;
    tags?: string[];
    optedOut?: boolean;
  };
  channel: "sms" | "whatsapp" | "call";
  /** When it began: minutes ago when small, or days ago at a local time. */
  began: { minutesAgo: number } | { daysAgo: number; at: string };
  lines: Line[];
  status?: "open" | "pending" | "snoozed" | "closed";
  priority?: "low" | "normal" | "high" | "urgent";
  assignee?: "assistant" | MemberName;
  /** How many of the newest customer lines nobody has read. */
  unread?: number;
};

/** A demo business with everything it starts with. */
export type DemoBusiness = {
  slug: string;
  name: string;
  country: string;
  timezone: string;
  locale: string;
  number: { e164: string; carrier: string; label: string; kinds: ("sms" | "whatsapp" | "voice")[] };
  apiKey: string;
  owner: { email: string; name: string; short: MemberName };
  members: { email: string; name: string; short: MemberName; role: "agent" | "admin" }[];
  receptionist: {
    name: string;
    persona: string;
    greeting: string;
    languages: string[];
    facts: string;
    address: string;
  };
  services: { name: string; minutes: number; price: number; description: string; buffer?: number }[];
  staff: string[];
  /** Weekday (0 Sunday) to opening times. */
  hours: Record<number, [opens: string, closes: string][]>;
  holidays: { month: number; day: number; reason: string }[];
  answers: [question: string, answer: string][];
  transfers: { label: string; member?: MemberName; e164?: string; isEmergency?: boolean }[];
  stories: Story[];
  /** People who call now and then, over the last weeks. */
  regulars: [name: string, phone: string][];
  callsPerDay: [least: number, most: number];
};
