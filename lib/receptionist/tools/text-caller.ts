import { createHash } from "node:crypto";
import { z } from "zod";
import { withTenantSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { sendMessage } from "@/lib/messages";
import type { ToolSession } from "../contract/session";
import type { Conversing } from "../contract/turn";
import { holdsOnlyOwn } from "../guard/own-data";
import { type Tool, type ToolResult, tool } from "./tool";

/** Texts the caller, and nobody else: the number is the one that calls, there is no argument for another. */
export const textCaller: Tool = tool({
  name: "text_caller",
  description:
    "Sends a short text to the number the caller is calling from, for instance the address. Links and numbers only of the business.",
  parameters: z.object({ text: z.string().trim().min(1).max(480) }),
  work: (session, { text }, key) => send(session, text, key),
});

async function send(session: ToolSession, text: string, key: string): Promise<ToolResult> {
  const { conversing } = session;
  const { address } = conversing.caller;
  if (!address?.startsWith("+") && !conversing.isRehearsal) return { ok: false, reason: "no_address" };
  if (!holdsOnlyOwn(text, conversing)) return { ok: false, reason: "foreign_content" };
  if ((await textsSoFar(session)) >= conversing.receptionist.limits.texts)
    return { ok: false, reason: "too_many" };
  if (address && !conversing.isRehearsal) {
    const sent = await queue(conversing, address, text, key);
    if (!sent.ok) return sent;
  }
  session.deeds.push({ kind: "texted", text: text.slice(0, 200) });
  return { ok: true };
}

async function queue(conversing: Conversing, to: string, body: string, key: string): Promise<ToolResult> {
  try {
    const requestHash = createHash("sha256").update(`${to} ${body}`).digest("hex");
    const outcome = await sendMessage(conversing.ctx, { to, body, channel: "sms" }, { key, requestHash });
    return outcome.ok ? { ok: true } : { ok: false, reason: outcome.reason };
  } catch (error) {
    if (error instanceof AppError)
      return { ok: false, reason: error.code === "refused" ? "no_sender" : error.code };
    throw error;
  }
}

/** What was texted in this conversation; counted in the database too, because a turn that was cut off forgets its deeds. */
async function textsSoFar({ conversing, deeds }: ToolSession): Promise<number> {
  const { ctx, conversationId, isRehearsal, receptionist } = conversing;
  const known = deeds.filter((deed) => deed.kind === "texted").length;
  if (!conversationId || isRehearsal) return known;
  const since = new Date(ctx.clock.now().getTime() - receptionist.limits.minutes * 60_000);
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM messages WHERE tenant_id = $1::uuid AND conversation_id = $2::uuid AND direction = 'outbound'
          AND author_kind = 'assistant' AND created_at >= $3::timestamptz`,
      [ctx.tenantId, conversationId, since],
    ),
  );
  return Math.max(known, row?.count ?? 0);
}
