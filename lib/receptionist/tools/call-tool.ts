import { createHash } from "node:crypto";
import { log } from "@/lib/http";
import { nameOf } from "../contract/caller";
import type { Kept } from "../contract/kept";
import type { ToolSession } from "../contract/session";
import type { Conversing, TurnInput } from "../contract/turn";
import type { ToolResult } from "./tool";
import { toolboxOf } from "./toolbox";

/** Begins one turn's use of tools. */
export function openSession(conversing: Conversing, input: TurnInput, kept: Kept): ToolSession {
  const { turnId, toolCallsSoFar } = input;
  const caller = { ...conversing.caller, name: nameOf(conversing) ?? kept.callerName };
  return {
    ...{ conversing: { ...conversing, caller }, turnId, callsBefore: toolCallsSoFar },
    ...{ deeds: [...kept.deeds], traces: [], heardName: null, next: null },
  };
}

/**
 * Uses a tool by name with arguments from outside. Never throws: what is not offered, not allowed or not understood is a
 * refusal with a reason. Every attempt stands in the trace.
 */
export async function callTool(session: ToolSession, name: string, given: unknown): Promise<ToolResult> {
  const started = performance.now();
  const result = await attempt(session, name, given);
  const { ok, ...facts } = result;
  session.traces.push({
    ...{ name: name.slice(0, 60), arguments: asRecord(given), ok, result: facts },
    milliseconds: Math.round(performance.now() - started),
  });
  return result;
}

/** Whether the conversation has used up its tool calls. */
export function isSpent(session: ToolSession): boolean {
  return session.callsBefore + session.traces.length >= session.conversing.receptionist.limits.toolCalls;
}

async function attempt(session: ToolSession, name: string, given: unknown): Promise<ToolResult> {
  if (isSpent(session)) return { ok: false, reason: "too_many" };
  const tool = toolboxOf(session.conversing).find((one) => one.name === name);
  if (!tool) return { ok: false, reason: "not_allowed" };
  const parsed = tool.parameters.safeParse(given);
  if (!parsed.success)
    return {
      ok: false,
      reason: "bad_arguments",
      fields: parsed.error.issues.map((issue) => issue.path.join(".")),
    };
  try {
    return await tool.work(session, parsed.data, keyOf(session, name, parsed.data));
  } catch (error) {
    log.error(
      { err: error, tool: name, requestId: session.conversing.ctx.requestId },
      "A receptionist's tool failed",
    );
    return { ok: false, reason: "failed" };
  }
}

/** The same tool with the same arguments in the same turn is the same deed. */
function keyOf({ conversing, turnId }: ToolSession, name: string, given: unknown): string {
  const where = conversing.callId ?? conversing.conversationId ?? "";
  return createHash("sha256")
    .update(JSON.stringify([where, turnId, name, given]))
    .digest("base64url");
}

function asRecord(given: unknown): Record<string, unknown> {
  const text = JSON.stringify(given ?? {}) ?? "{}";
  if (text.length > 4000) return { tooLong: text.length };
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? { ...given }
    : { value: given };
}
