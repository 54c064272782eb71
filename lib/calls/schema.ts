import { z } from "zod";
import type { CarrierName, Instruction } from "@/lib/carriers";
import type { FlowGraph, FlowState } from "@/lib/flows/schema";
import type { BusinessFacts, ReceptionistView, TurnOutcome } from "@/lib/receptionist/schema";

/** Everything a call needs, loaded when it begins and kept with it: later changes of settings touch later calls. */
export type CallSetup = {
  flow: FlowGraph;
  receptionist: ReceptionistView;
  facts: BusinessFacts;
  /** Transfer targets by id: a number, a member whose browser rings, or both. */
  targets: Record<string, { label: string; e164: string | null; memberId?: string | null }>;
  callerName: string | null;
  dialect: string | null;
  /** Why the receptionist itself calls; unset for every other call. */
  errand?: Errand;
};

/** What the receptionist has to say in a call that it places. */
export type Errand = {
  purpose: string;
  /** What is said to a machine; null: nothing, the call ends there. */
  machineMessage: string | null;
  /** What came of the last calls with this person, the latest first. */
  lately: string[];
};

/** A call that the receptionist shall place. */
export const PlaceCall = z
  .object({
    to: z.string().trim().min(1).max(64).optional(),
    customerId: z.uuid().optional(),
    from: z.string().trim().max(60).optional(),
    purpose: z.string().trim().min(3, "Say in a few words what the call is about.").max(400),
    machineMessage: z.string().trim().min(1).max(600).optional(),
  })
  .strict()
  .refine(({ to, customerId }) => (to === undefined) !== (customerId === undefined), {
    message: "Say whom to call: `to` or `customerId`, one of the two.",
    path: ["to"],
  });
export type PlaceCall = z.output<typeof PlaceCall>;

/** How far a call of the receptionist's own got, and who answered it. */
export type PlacedView = {
  purpose: string;
  /** `unknown`: nobody can say whether the carrier rang the person. It is not tried again. */
  state: "queued" | "placing" | "placed" | "unknown" | "failed";
  reached: "person" | "machine" | "fax" | "unknown" | null;
  /** Whether the message was left on a machine. */
  hasLeftMessage: boolean;
  /** Why it was not placed, in words. */
  problem: { title: string; cure: string } | null;
};

/** What is kept between two webhooks of a call. */
export type KeptState = {
  flow: FlowState;
  /** How many answers the carrier has got; it stands in their URLs, so that an old request is known as one. */
  told: number;
  /** The turn being thought about. */
  thinking: { turnId: string; said: string; since: string } | null;
  /** Its result, when it came after the webhook had to answer. */
  thought: { turnId: string; outcome: TurnOutcome } | null;
  /** The last request and what it was told: a repetition gets the same. */
  last: { key: string; instructions: Instruction[] } | null;
  tools: { name: string; ok: boolean }[];
  /** The present ring is being repeated, so its end says nothing. */
  ringsAgain?: boolean;
  /** What a sound stream decided before it ended. */
  handoff?: string;
};

/** A call as a webhook names it. */
export type CallRef = { carrier: CarrierName; carrierCallId: string; slug: string };

/** What the carrier is told now. */
export type CallReply = { instructions: Instruction[]; dialect: string | null };

export const CallFilter = z.object({
  carrierCallId: z.string().max(128).optional(),
  customerId: z.uuid().optional(),
  direction: z.enum(["inbound", "outbound"]).optional(),
  outcome: z.string().max(40).optional(),
  numberId: z.uuid().optional(),
  answeredBy: z.enum(["assistant", "member", "voicemail"]).optional(),
  sentiment: z.enum(["positive", "neutral", "negative"]).optional(),
  /** Days of the business, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type CallFilter = z.output<typeof CallFilter>;

/** A call as lists, timeline and API show it. */
export type CallRow = {
  id: string;
  direction: "inbound" | "outbound";
  carrier: string;
  carrierCallId: string;
  from: string;
  to: string;
  status: string;
  outcome: string | null;
  missedReason: string | null;
  /** Why nobody answered, in one sentence; null unless missed. */
  missedBecause: string | null;
  answeredBy: string | null;
  /** The member who answered or placed it. */
  memberName: string | null;
  endedBy: string | null;
  customerId: string | null;
  customerName: string | null;
  conversationId: string | null;
  numberId: string | null;
  /** What the business calls the number. */
  numberLabel: string | null;
  language: string | null;
  talk: string | null;
  summary: string | null;
  sentiment: { label: "positive" | "neutral" | "negative"; score: number } | null;
  actions: { kind: string; text: string }[];
  /** Set when the receptionist placed the call by itself. */
  placed: PlacedView | null;
  /** Whether there is something to listen to. */
  hasRecording: boolean;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** When outcome and summary were written; null before that. */
  analysedAt: string | null;
  durationSeconds: number | null;
  price: { micros: number; currency: string } | null;
};

export type CallTurnView = {
  speaker: "caller" | "assistant" | "agent";
  text: string;
  at: string;
  offsetSeconds: number;
};
export type RecordingView = {
  id: string;
  kind: string;
  state: string;
  seconds: number | null;
  /** Seconds of the call before the recording begins, so that what was said can be found in it. */
  startsAtSecond: number;
  url: string | null;
  transcript: string | null;
};
export type TraceView = {
  id: string;
  at: string;
  kind: string;
  title: string;
  data: Record<string, unknown>;
  milliseconds: number | null;
};

/** A recording's loudness in even steps from 0 to 1; empty when the file cannot be drawn. */
export type PeaksView = { peaks: number[] };

/** A call as its card in a timeline shows it: the first two things said, of a call that goes on the last two. */
export type CallGlance = CallRow & { turns: CallTurnView[]; recordings: RecordingView[] };

/** A payment that was tried in a call; of the card what a receipt shows. */
export type PaymentView = {
  amount: { minor: number; currency: string };
  isPaid: boolean;
  /** The carrier's word: "success", or what went wrong. */
  result: string;
  lastFour: string;
  brand: string;
  confirmation: string;
  at: string;
};

/** One call with everything said in it. */
export type CallView = CallRow & {
  turns: CallTurnView[];
  recordings: RecordingView[];
  payments: PaymentView[];
};
