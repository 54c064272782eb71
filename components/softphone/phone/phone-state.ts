import type { CallerNumber, PhoneCard } from "@/lib/softphone/schema";

/** Whether this tab takes calls. `connecting`: it wants to, and is not registered yet. */
export type PhonePresence = "offline" | "connecting" | "online" | "away";

/** A call in this tab, from the first ring to what is written down afterwards. */
export type PhoneCall = {
  direction: "inbound" | "outbound";
  phase: "ringing" | "dialing" | "talking" | "reconnecting" | "over";
  /** Our own id of the call; null until it is known. */
  callId: string | null;
  /** The number at the other end as far as this tab knows it. */
  address: string;
  card: PhoneCard | null;
  /** When both could talk. */
  since: string | null;
  isMuted: boolean;
  /** What is wrong with the sound, in words. */
  warning: string | null;
  /** Why it did not come to a talk, in words. */
  ending: string | null;
};

export type PhoneState = {
  presence: PhonePresence;
  /** Why this tab cannot take calls, with the cure. */
  problem: string | null;
  call: PhoneCall | null;
  /** Numbers to call from. */
  numbers: readonly CallerNumber[];
  /** A microphone or loudspeaker that went away. */
  lostDevice: string | null;
};

export const restingPhone: PhoneState = {
  presence: "offline",
  problem: null,
  call: null,
  numbers: [],
  lostDevice: null,
};
