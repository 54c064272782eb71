import { noteEntry, previewOf } from "@/lib/conversations";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { passGate, type Verdict } from "@/lib/gate";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { readTenantIn } from "@/lib/tenants";
import { enqueueRelease } from "./enqueue-release";
import { failMessage } from "./fail-message";
import { atGateAgain, lockScheduled, type ScheduledMessage } from "./scheduled-message";

/**
 * Takes up a text whose time has come: judged anew, because a STOP, a used-up limit or other quiet hours may have come in
 * between. In quiet hours it waits for their end; any other "no" fails it, in words.
 */
export function releaseMessage(ctx: Ctx, { messageId }: { messageId: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const message = await lockScheduled(sql, ctx, messageId);
    // Moved to a later time while this job was already under way: that time has a job of its own.
    if (!message || message.sendAt > ctx.clock.now()) return;
    const tenant = await readTenantIn(sql, ctx);
    const verdict = await passGate(sql, ctx, await atGateAgain(sql, ctx, message), tenant);
    await keepVerdict(sql, ctx, message, verdict);
    if (verdict.ok) return handOver(sql, ctx, message);
    const later = verdict.instead.find((way) => way.kind === "send_later");
    if (later) return postpone(sql, ctx, message, new Date(later.at));
    await failMessage(sql, ctx, { messageId, code: verdict.reason, source: "gate" });
  });
}

async function keepVerdict(sql: Sql, ctx: Ctx, { id }: ScheduledMessage, verdict: Verdict): Promise<void> {
  await sql.run(
    "UPDATE messages SET verdict = $3::jsonb, created_at = $4::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, id, JSON.stringify(verdict), ctx.clock.now()],
  );
}

async function handOver(sql: Sql, ctx: Ctx, message: ScheduledMessage): Promise<void> {
  const { id, conversationId, customerId } = message;
  await sql.run("UPDATE messages SET status = 'queued' WHERE tenant_id = $1::uuid AND id = $2::uuid", [
    ...[ctx.tenantId, id],
  ]);
  const media = await sql.rows<{ type: string }>(
    `SELECT content_type AS type FROM message_media WHERE tenant_id = $1::uuid AND message_id = $2::uuid ORDER BY position`,
    [ctx.tenantId, id],
  );
  await noteEntry(sql, ctx, {
    conversationId,
    direction: "outbound",
    channel: message.channel,
    preview: previewOf(
      message.body,
      media.map(({ type }) => type),
    ),
    numberId: message.numberId,
  });
  await enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "messages.deliver",
    payload: { messageId: id },
    key: `deliver:${id}`,
  });
  await emit(sql, ctx, {
    kind: "message.queued",
    subject: { conversationId, customerId, messageId: id },
    data: { channel: message.channel, author: message.authorKind },
  });
}

async function postpone(sql: Sql, ctx: Ctx, message: ScheduledMessage, sendAt: Date): Promise<void> {
  const { id, conversationId, customerId } = message;
  await sql.run(
    "UPDATE messages SET send_at = $3::timestamptz, created_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, id, sendAt],
  );
  await enqueueRelease(sql, ctx, { messageId: id, sendAt });
  await emit(sql, ctx, {
    kind: "message.scheduled",
    subject: { conversationId, customerId, messageId: id },
    data: { channel: message.channel, author: message.authorKind },
  });
}
