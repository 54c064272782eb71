import type { Instruction } from "@/lib/carriers";
import type { QueueAround } from "@/lib/queues/schema";
import type {
  ConversationLimits,
  Dialog,
  RecordingMode,
  TalkMode,
  TurnOutcome,
} from "@/lib/receptionist/schema";
import type { Step, StepKind } from "./step";

/** Where a call stands. Plain JSON: it is kept in the database between webhooks. */
export type FlowState = {
  step: string;
  phase:
    | "new"
    | "consent"
    | "listening"
    | "thinking"
    | "queueing"
    | "dialing"
    | "recording"
    | "paying"
    | "session"
    | "over";
  turns: number;
  toolCalls: number;
  silences: number;
  fillers: number;
  hops: number;
  language: string;
  dialog: Dialog;
  /** The question that the caller has not answered yet; "" when nothing in particular was asked. */
  asked: string;
  /** People still to be rung, when the present one does not answer. */
  ringing: string[];
  /** People who could not be rung just now, although it was their turn. */
  passedOver: string[];
  /** Why the receptionist hands over, whispered to who answers. */
  brief: string;
  consent: "unasked" | "announced" | "given" | "refused";
  /** Whether somebody has already talked with the caller; a second greeting would be odd. */
  hasGreeted: boolean;
  outcome: FlowOutcome | null;
  /** How often this step has asked in vain. */
  tries?: number;
  /** What the caller gave, by the names of the steps that collected it. */
  values?: Record<string, string>;
  /** Why the call is missed if the caller hangs up now; null once somebody, or something, has served them. */
  missed?: MissedBecause | null;
  /** Waiting in a queue: how often words were said, how often in a row nobody was there, and how the wait ended. */
  queue?: { rounds: number; empty: number; left?: QueueLeft };
};

/** How a wait in a queue ended, as the flow sees it. */
export type QueueLeft = "taken" | "key" | "too_long" | "moved";

/** What stood in the way of an answer, as far as the flow knows. */
export type MissedBecause =
  | "out_of_hours"
  | "nobody_available"
  | "nobody_answered"
  | "abandoned_in_menu"
  | "abandoned_in_queue";

/** How a call ended as far as the flow knows. */
export type FlowOutcome =
  | "answered"
  | "unanswered"
  | "transferred"
  | "voicemail"
  | "message_left"
  | "limit"
  | "silence"
  | "technical";

/** What just happened to the call. */
export type FlowInput =
  | { kind: "answered" }
  | { kind: "heard"; text: string; digits: string }
  | { kind: "replied"; outcome: TurnOutcome }
  | { kind: "slow" }
  | { kind: "dialed"; isBridged: boolean }
  | { kind: "recorded"; seconds: number }
  | { kind: "machine" }
  | ({ kind: "paid" } & PaymentResult)
  | { kind: "session_ended"; handoff: string; isFailure: boolean };

/** What came of a payment: no more of the card than a receipt shows. */
export type PaymentResult = {
  isPaid: boolean;
  /** The carrier's word: "success", or what went wrong. */
  result: string;
  lastFour: string;
  brand: string;
  confirmation: string;
};

/** Everything a step may look at; gathered by the engine so that steps stay pure. */
export type Around = {
  isOpen: boolean;
  /** A special day on which the business does not open. */
  isHoliday: boolean;
  /** The business's own clock: 0 Sunday, and minutes since midnight. */
  weekday: number;
  minute: number;
  /** Whose number is hidden has no address. */
  caller: { address: string | null; country: string | null; isKnown: boolean };
  elapsedSeconds: number;
  talk: TalkMode;
  voice: string;
  greeting: string;
  languages: readonly string[];
  recording: RecordingMode;
  limits: ConversationLimits;
  /** The number the caller rang; shown to people who are rung. */
  callerId: string;
  /** Dialable targets by id. `identity`: the browser of somebody who is there; without it and a number nobody can be rung. */
  targets: Readonly<Record<string, { label: string; e164: string | null; identity?: string | null }>>;
  /** What is said to a machine that answers a call of ours. */
  machineMessage?: string | null;
  /** The queues that the flow leads to, as the call finds them now. */
  queues?: Readonly<Record<string, QueueAround>>;
  /** Whether the carrier of this call takes cards. */
  canPay?: boolean;
  /** Our own id of the call, by which a browser that rings finds it. */
  callId?: string;
  links: Links;
};

/** Absolute URLs under which the carrier asks on. */
export type Links = {
  input: string;
  wait: string;
  dialed: string;
  recorded: string;
  /** Where the whole call's recording is reported, and where a message's. */
  recording: string;
  voicemail: string;
  /** Where the end of a payment is reported, and its steps. */
  paid: string;
  payment: string;
  session: string;
  /** Where a call is sent on that something else than its carrier moves. */
  onward: string;
  /** Hears how a leg that is rung fares. */
  leg: string;
  socket: string;
};

/** What the engine is to do now. */
export type FlowOutput = { do: "instruct"; instructions: Instruction[] } | { do: "ask"; said: string };

/** Where the call stands now, what it is told, the texts that go to the caller, and the steps it came to on the way. */
export type Played = { state: FlowState; output: FlowOutput; texts: string[]; path: string[] };

/** What a step decides: go on to another step (null: the end), or stop here with an output. */
export type Move =
  | { go: string | null; state: FlowState; prompts?: Instruction[]; text?: string }
  | { state: FlowState; output: FlowOutput };

/** How one kind of step plays. `isEntering` when the call has just come to it. */
export type StepPlayer<Kind extends StepKind> = (
  step: Extract<Step, { kind: Kind }>,
  state: FlowState,
  input: FlowInput,
  around: Around,
  isEntering: boolean,
) => Move;
