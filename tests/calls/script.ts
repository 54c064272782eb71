import type { StubAnswer } from "@/lib/ai/testing";

/** What the caller does, in the simulator's words. */
export type Act =
  | { say: string; after?: number }
  | { press: string; after?: number }
  | { wait: number }
  | { hangUp: true };

/** Ids of the business, for tools that a model asks for. */
export type Ids = { cleaning: string; patel: string; anika: string };

/** One conversation on the phone: what the caller does, what must reach their ear, and what must stand afterwards. */
export type Script = {
  name: string;
  acts: Act[];
  /** What the caller hears, in this order, in one text or in several. */
  hears: RegExp[];
  /** What must never reach the caller's ear. */
  never?: RegExp;
  outcome: string;
  /** Who puts the phone down; the business unless it says otherwise. */
  endedBy?: "caller";
  missedReason?: string;
  sentiment?: "negative" | "positive";
  /** When the phone rings; a minute to ten on a Friday morning unless it says otherwise. */
  at?: string;
  callerName?: string;
  settings?: { recording?: "announce" | "ask"; talk?: "relay" | "stream"; limits?: object };
  /** Appointments that the caller has before the call. */
  has?: [service: string, startsAt: string][];
  /** The caller's appointments afterwards. */
  appointments?: string[];
  /** Notes in the conversation afterwards. */
  notes?: RegExp[];
  /** Texts to the caller afterwards. */
  texts?: RegExp[];
  /** Tools that the X-ray must show, in this order, as "name done" or "name refused". */
  tools?: string[];
  /** How people behave whose phones ring, by the label's first word. */
  people?: "busy" | "no-answer";
  /** What the model answers, request by request; the last answer repeats. Without it there is no model. */
  model?: (ids: Ids) => StubAnswer[];
  recordings?: ("call" | "voicemail")[];
};

/** Nine in the evening of the tests' Friday, long after closing. */
export const evening = "2026-11-21T02:00:00Z";
