import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { sendMessageIn } from "@/lib/messages";
import { readTenant } from "@/lib/tenants";
import { traceCall } from "./trace";

const windowHours = 4;

type Missed = { conversation_id: string; customer_id: string; already: boolean };

/** Texts a caller whom nobody answered, once per customer in four hours however often they called. Written down with its reason when not. */
export async function textBack(ctx: Ctx, input: { callId: string }): Promise<void> {
  const tenant = await readTenant(ctx);
  const body = `Sorry we missed your call! This is ${tenant.name}. Reply here and we'll sort it out, or call again any time.`;
  await withTenantSql({ ...ctx }, async (sql) => {
    const assistant: Ctx = { ...ctx, actor: { kind: "assistant" } };
    const missed = await sql.one<Missed>(
      `SELECT c.conversation_id, c.customer_id, EXISTS (SELECT FROM messages m WHERE m.tenant_id = c.tenant_id AND m.customer_id = c.customer_id
           AND m.extra ? 'textBackFor' AND m.created_at > $3::timestamptz) AS already
         FROM calls c WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.conversation_id IS NOT NULL
         FOR UPDATE OF c`,
      [ctx.tenantId, input.callId, new Date(ctx.clock.now().getTime() - windowHours * 3_600_000)],
    );
    if (!missed) return;
    await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 5))", [
      `${ctx.tenantId}:${missed.customer_id}`,
    ]);
    if (missed.already)
      return traceCall(sql, ctx, input.callId, {
        kind: "note",
        title: "No text-back: one went out in the last four hours",
      });
    const outcome = await sendMessageIn(
      sql,
      assistant,
      { conversationId: missed.conversation_id, body, channel: "sms" },
      tenant,
    ).catch((error: Error) => ({
      ...{ ok: false as const, sentence: error.message },
    }));
    if (!outcome.ok)
      return traceCall(sql, ctx, input.callId, { kind: "note", title: `No text-back: ${outcome.sentence}` });
    await sql.run(
      `UPDATE messages SET extra = extra || jsonb_build_object('textBackFor', $3::text) WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, outcome.id, input.callId],
    );
    await traceCall(sql, ctx, input.callId, {
      kind: "note",
      title: "Text-back sent",
      data: { messageId: outcome.id },
    });
  });
}
