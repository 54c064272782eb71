import type { MicroPrice } from "@/lib/kernel/money";
import type { Connection } from "./connection";
import type { Instruction } from "./instructions";
import type { CarrierOutcome } from "./outcomes";

/** Call states in the carrier-neutral words, in their order. */
export const callStatuses = [
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "no-answer",
  "failed",
  "canceled",
] as const;
export type CallStatus = (typeof callStatuses)[number];

export type OutgoingCall = {
  to: string;
  from: string;
  /** Asked for instructions when the other side answers. */
  answerUrl: string;
  fallbackUrl?: string;
  /** Hears every state of the call. */
  statusUrl: string;
  /** Seconds to let it ring, 5 to 600; default 60. */
  ringSeconds?: number;
  /** Longest call in seconds. */
  limitSeconds?: number;
  /** Finds out beside the call whether a person or a machine answered, and tells this URL. */
  machine?: {
    statusUrl: string;
    /** Tells of a machine only when its greeting is over, where the carrier can hear that. */
    isAfterGreeting: boolean;
  };
};

/** The carrier's view of a call. */
export type CallState = {
  sid: string;
  status: CallStatus;
  direction: "inbound" | "outbound";
  from: string;
  to: string;
  startedAt?: Date;
  endedAt?: Date;
  /** Seconds from answer to end; missing while it lasts. */
  seconds?: number;
  /** Positive = cost; known some minutes after the end. */
  price?: MicroPrice;
};

/** Calls. Placing throws nothing: every failure is an outcome. Reads throw `AppError` (carrier_error, unavailable). */
export interface Voice {
  /** Places one call, never retrying by itself. */
  place(connection: Connection, call: OutgoingCall): Promise<CarrierOutcome<{ status: CallStatus }>>;
  /** Makes a live call ask `url` for new instructions. A call already over: `rejected`. */
  redirect(connection: Connection, sid: string, url: string): Promise<CarrierOutcome>;
  /** Ends a call in any state; one already over counts as accepted. */
  hangUp(connection: Connection, sid: string): Promise<CarrierOutcome>;
  /** Null when the carrier knows no such call. Lost hang-ups are reaped with it. */
  fetch(connection: Connection, sid: string): Promise<CallState | null>;
  /** Calls by address and time, newest first; settles an `unknown` placing. */
  list(
    connection: Connection,
    filter: { to?: string; from?: string; after: Date; limit?: number },
  ): Promise<CallState[]>;
  /** Writes instructions as the carrier's XML. Never throws on text; an unknown dialect is the default one. */
  render(instructions: readonly Instruction[], dialect?: string): string;
}
