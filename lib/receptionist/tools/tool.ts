import type { z } from "zod";
import type { ToolSession } from "../contract/session";
import type { ActionKind } from "../contract/turn";

/** The closed set of things a receptionist can do. */
export const toolNames = [
  ...([
    "look_up_customer",
    "check_availability",
    "book_appointment",
    "move_appointment",
    "cancel_appointment",
  ] as const),
  ...(["take_message", "text_caller", "transfer_call", "hand_over", "end_call"] as const),
] as const;
export type ToolName = (typeof toolNames)[number];

/** What a tool answers; `ok: false` carries a `reason` from a small set that model and offline receptionist know. */
export type ToolResult =
  | { ok: true; [fact: string]: unknown }
  | { ok: false; reason: string; [fact: string]: unknown };

/** One tool: how the model sees it, and what it does. */
export type Tool<Arguments extends z.ZodType = z.ZodType> = {
  name: ToolName;
  description: string;
  parameters: Arguments;
  work: (session: ToolSession, given: z.output<Arguments>, key: string) => Promise<ToolResult>;
};

/** Keeps the types of a tool's arguments and its work together. */
export function tool<Arguments extends z.ZodType>(made: Tool<Arguments>): Tool {
  return { ...made, work: (session, given, key) => made.work(session, made.parameters.parse(given), key) };
}

/** How often each thing may be done in one conversation. */
export const mostDeeds: Readonly<Partial<Record<ActionKind, number>>> = {
  booked: 3,
  moved: 3,
  cancelled: 3,
  message: 3,
};

/** Whether one more of a kind may be done. */
export function mayDoMore(session: ToolSession, kind: ActionKind): boolean {
  return session.deeds.filter((deed) => deed.kind === kind).length < (mostDeeds[kind] ?? 20);
}
