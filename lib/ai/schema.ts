import type { z } from "zod";

/** One tool the model may ask for; its arguments are described by a zod schema. */
export type ChatTool = { name: string; description: string; parameters: z.ZodType };

/** What the model asked to be done. `arguments` is whatever it sent, parsed as JSON; null when it was not JSON. */
export type AskedTool = { id: string; name: string; arguments: unknown };

/** One entry of a chat, oldest first. */
export type ChatEntry =
  | { role: "user"; text: string }
  | { role: "assistant"; text: string; toolCalls?: readonly AskedTool[] }
  | { role: "tool"; id: string; result: string };

/** A question to the model. */
export type ChatRequest = {
  /** What the model is told beforehand; the part that never changes first, so that a server can keep it ready. */
  system: readonly string[];
  entries: readonly ChatEntry[];
  tools: readonly ChatTool[];
  /** Aborts at once and ends the answer without an error. */
  signal?: AbortSignal | undefined;
  /** Milliseconds until the answer must be complete. */
  deadlineMs: number;
  /** The longest answer, in tokens. */
  mostTokens?: number;
};

/** A piece of an answer: some text, one whole request for a tool, or the end. */
export type ChatPiece =
  | { text: string }
  | { toolCall: AskedTool }
  | { done: "stop" | "tools" | "length" | "cut" };

/** The model, whoever serves it. */
export type ChatModel = {
  /**
   * Streams the answer to a chat. Throws `ModelFailure` when there is none or it breaks off; after an abort it just ends.
   * Never logs what is said.
   */
  streamChat(request: ChatRequest): AsyncIterable<ChatPiece>;
};

export const failureReasons = ["no_key", "timeout", "rate_limited", "bad_answer", "unreachable"] as const;
export type FailureReason = (typeof failureReasons)[number];
