import type { Ctx } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";
import type { BusinessFacts } from "./facts";
import type { ReceptionistView } from "./settings";

/** One conversation a receptionist is in. Everything here comes from the session, never from what was said. */
export type Conversing = {
  ctx: Ctx; // actor: assistant
  receptionist: ReceptionistView;
  facts: BusinessFacts;
  /** Who is at the other end; customerId null for the try-it chat and hidden numbers. */
  caller: { customerId: Id | null; address: string | null; name: string | null };
  callId: Id | null;
  conversationId: Id | null;
  channel: "call" | "chat" | "text";
  /** Set when the receptionist itself has called: why, and what came of the last calls with this person. */
  errand?: { purpose: string; lately: readonly string[] };
  /** The try-it chat: nothing is written, no text leaves. */
  isRehearsal: boolean;
};

/** One thing said before. */
export type Said = { speaker: "caller" | "assistant"; text: string };

/** What the offline receptionist remembers between turns; opaque to everybody else, JSON. */
export type Dialog = Readonly<Record<string, unknown>>;

/** One turn to take. `said` is "" for silence. */
export type TurnInput = {
  turnId: Id;
  said: string;
  history: readonly Said[];
  dialog: Dialog;
  toolCallsSoFar: number;
};

/** What happens after the reply was spoken. */
export type Next =
  | { do: "listen" }
  | { do: "hang_up" }
  | { do: "transfer"; targetId: Id; brief: string }
  | { do: "voicemail" };

/** One tool the receptionist used, for the X-ray. `ok: false` with the reason when it was refused. */
export type ToolTrace = {
  name: string;
  arguments: Record<string, unknown>;
  ok: boolean;
  result: Record<string, unknown>;
  milliseconds: number;
};

/** The reply of one turn. `source` offline: no model, or it failed. */
export type TurnOutcome = {
  text: string;
  next: Next;
  dialog: Dialog;
  source: "model" | "offline";
  tools: ToolTrace[];
  /** BCP-47, when the conversation changed its language. */
  language?: string;
  /** Milliseconds to the model's first token; null offline. */
  firstTokenMilliseconds: number | null;
};

/** How a caller of a turn follows it. */
export type TurnHooks = {
  /** Pieces of the reply as they come, spaces kept; not called again after `signal` aborted. */
  onText?: (piece: string) => void;
  /** Barge-in or hang-up: the model is aborted, no further piece comes. */
  signal?: AbortSignal;
};

/** What is left of a call when it is over. */
export type CallAnalysis = {
  summary: string;
  sentiment: { label: "positive" | "neutral" | "negative"; score: number };
  actions: { kind: ActionKind; text: string }[];
  source: "model" | "offline";
};

/** What came of a call: done by a tool that succeeded, or only said and still to be done. */
export const actionKinds = [
  "booked",
  "moved",
  "cancelled",
  "message",
  "texted",
  "transferred",
  "promised",
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What a call is summarised from. */
export type CallToSummarise = {
  turns: readonly Said[];
  /** BCP-47. */
  language: string;
  tools: readonly { name: string; ok: boolean }[];
  outcome: string | null;
};
