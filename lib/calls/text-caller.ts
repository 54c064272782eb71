import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { sendMessageIn } from "@/lib/messages";
import { readTenantIn } from "@/lib/tenants";
import { traceCall } from "./trace";

/** Texts that a flow sends its caller: each through the send gate; one that is refused stands in the X-ray with the reason. */
export async function textCaller(
  sql: Sql,
  ctx: Ctx,
  { callId, conversationId }: { callId: string; conversationId: string | null },
  texts: readonly string[],
): Promise<void> {
  if (texts.length === 0) return;
  const tenant = await readTenantIn(sql, ctx);
  const assistant: Ctx = { ...ctx, actor: { kind: "assistant" } };
  for (const body of texts) {
    const outcome = conversationId
      ? await sendMessageIn(sql, assistant, { conversationId, body, channel: "sms" }, tenant).catch(
          (error: Error) => ({ ok: false as const, sentence: error.message }),
        )
      : { ok: false as const, sentence: "The caller's number is hidden." };
    const title = outcome.ok ? "Text to the caller queued" : `No text to the caller: ${outcome.sentence}`;
    await traceCall(sql, ctx, callId, {
      kind: "note",
      title,
      data: outcome.ok ? { messageId: outcome.id } : {},
    });
  }
}
