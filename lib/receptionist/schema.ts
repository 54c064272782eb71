import { z } from "zod";
import type { Ctx } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";

/** How a receptionist is heard. gather works on every carrier; relay and stream hold a socket open. */
export const talkModes = ["gather", "relay", "stream"] as const;
export type TalkMode = (typeof talkModes)[number];

/** Whether calls are recorded: never, after saying so, or only when the caller agrees. */
export const recordingModes = ["off", "announce", "ask"] as const;
export type RecordingMode = (typeof recordingModes)[number];

/** What a receptionist may do on its own. */
export const Abilities = z.object({
  book: z.boolean().default(true),
  move: z.boolean().default(true),
  cancel: z.boolean().default(true),
  takeMessages: z.boolean().default(true),
  textCaller: z.boolean().default(true),
  transfer: z.boolean().default(true),
});
export type Abilities = z.output<typeof Abilities>;

/** Where a conversation is cut, so that none runs for ever or costs without end. */
export const ConversationLimits = z.object({
  turns: z.int().min(4).max(200).default(60),
  minutes: z.int().min(1).max(60).default(15),
  toolCalls: z.int().min(1).max(50).default(20),
  texts: z.int().min(0).max(5).default(2),
});
export type ConversationLimits = z.output<typeof ConversationLimits>;

/** A receptionist's settings, defaults filled in. */
export type ReceptionistView = {
  id: Id;
  numberId: Id | null;
  name: string;
  persona: string;
  greeting: string;
  languages: string[];
  voice: string;
  talk: TalkMode;
  facts: string;
  address: string;
  abilities: Abilities;
  recording: RecordingMode;
  limits: ConversationLimits;
};

/** Everything a receptionist may know of its business, loaded once when a conversation begins. Plain data: it is kept with the call. */
export type BusinessFacts = {
  business: { name: string; timezone: string; country: string; currency: string; locale: string };
  services: {
    id: Id;
    name: string;
    description: string;
    minutes: number;
    priceMinor: number | null;
    isBookable: boolean;
  }[];
  staff: { id: Id; name: string }[];
  /** Weekly opening hours of the business, 0 Sunday … 6 Saturday. */
  hours: { weekday: number; opensAt: string; closesAt: string }[];
  /** Days that differ, from today on, `YYYY-MM-DD`; without times closed. */
  overrides: { day: string; opensAt: string | null; closesAt: string | null; reason: string }[];
  answers: { question: string; answer: string }[];
  transfers: { id: Id; label: string; isEmergency: boolean }[];
};

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
