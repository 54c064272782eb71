import { z } from "zod";
import { FlowGraph } from "../graph/step";
import type { PaymentGap, Problem } from "../graph/validate";

const FlowName = z.string().trim().min(1, "Give the flow a name").max(80);

/** A new flow. `begin`: what it is drawn with at first. */
export const NewFlow = z.object({
  name: FlowName,
  begin: z.enum(["menu", "hours", "receptionist"]).default("menu"),
});
export type NewFlow = z.output<typeof NewFlow>;

export const FlowChange = z.object({ name: FlowName });
export type FlowChange = z.output<typeof FlowChange>;

/** The drawing as it stands. `revision`: the one it was changed from, so that nobody's work is overwritten unseen. */
export const FlowDraft = z.object({ graph: FlowGraph, revision: z.int().min(0) });
export type FlowDraft = z.output<typeof FlowDraft>;

export const NewVersion = z.object({
  revision: z.int().min(0),
  note: z.string().trim().max(200).default(""),
});
export type NewVersion = z.output<typeof NewVersion>;

/** Which version serves from the next call on. */
export const Publication = z.object({ version: z.int().min(1) });
export type Publication = z.output<typeof Publication>;

export const VersionParams = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1).max(1_000_000),
});

/** What happens in a walk-through, one thing after the other. */
export const WalkInput = z.discriminatedUnion("do", [
  z.object({ do: z.literal("press"), keys: z.string().regex(/^[0-9*#]{1,30}$/) }),
  z.object({ do: z.literal("say"), text: z.string().trim().min(1).max(500) }),
  z.object({ do: z.literal("wait") }),
  z.object({ do: z.literal("answer"), isAnswered: z.boolean() }),
  z.object({ do: z.literal("leave_message") }),
  z.object({ do: z.literal("pay"), isPaid: z.boolean() }),
]);
export type WalkInput = z.output<typeof WalkInput>;

/** A walk through a drawing: everything that happened so far, at a moment of choice on the business's clock. */
export const Walk = z.object({
  graph: FlowGraph,
  inputs: z.array(WalkInput).max(60),
  /** Weekday (0 Sunday) and time; left out: now. */
  at: z.object({ weekday: z.int().min(0).max(6), time: z.string().regex(/^\d\d:\d\d$/) }).optional(),
  isHoliday: z.boolean().default(false),
  isKnown: z.boolean().default(false),
});
export type Walk = z.output<typeof Walk>;

/** One line of a walk: what the caller hears or does, or what happens besides. */
export type WalkLine = { who: "business" | "caller" | "note"; text: string };

/** What a walk waits for; `over`: the call has ended. */
export type WalkWait = "input" | "answer" | "message" | "payment" | "over";

export type WalkView = { lines: WalkLine[]; waitsFor: WalkWait; stepId: string; path: string[] };

/** A flow in a list. */
export type FlowRow = {
  id: string;
  name: string;
  publishedVersion: number | null;
  /** Whether the drawing differs from what serves. */
  isChanged: boolean;
  updatedAt: string;
  numbers: { id: string; e164: string; label: string }[];
};

export type VersionRow = { version: number; note: string; createdAt: string; createdByName: string | null };

/** Whom and what steps can refer to. */
export type FlowChoices = {
  targets: { id: string; label: string }[];
  queues: { id: string; name: string; goesOn: boolean; people: number }[];
  flows: { id: string; name: string; isPublished: boolean; goesTo: string[] }[];
  /** Numbers whose carrier takes no cards, by the flow that serves them. */
  noPayment: ({ flowId: string } & PaymentGap)[];
};

export type FlowView = FlowRow & {
  graph: FlowGraph;
  revision: number;
  problems: Problem[];
  versions: VersionRow[];
  choices: FlowChoices;
};

export type DraftSaved = { revision: number; problems: Problem[] };
export type VersionView = VersionRow & { graph: FlowGraph };
