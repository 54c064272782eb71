import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { mayInsist, previewText, type Verdict } from "@/lib/gate";
import { cancelJob } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { countSegments } from "@/lib/kernel/segments";
import { storableText } from "@/lib/kernel/text";
import { readTenantIn } from "@/lib/tenants";
import { enqueueRelease, releaseKey } from "./enqueue-release";
import { recordStatus } from "./record-status";
import { longestBody, requireSchedulable } from "./rules";
import { atGateAgain, lockScheduled, type ScheduledMessage } from "./scheduled-message";
import type { ChangeSchedule } from "./schema";

/** The text as it waits now, or why the gate would refuse it then. */
export type ScheduleOutcome = { ok: true; id: string; sendAt: Date } | Extract<Verdict, { ok: false }>;

/** Gives a text that waits another time or other words. Throws `not_found`, `conflict` when it waits no longer. */
export function changeSchedule(ctx: Ctx, input: { id: string } & ChangeSchedule): Promise<ScheduleOutcome> {
  return withTenantSql(ctx, async (sql) => {
    const message = await requireScheduled(sql, ctx, input.id);
    const sendAt = input.sendAt ?? message.sendAt;
    requireSchedulable(sendAt, ctx.clock.now());
    const evenIfQuiet = message.evenIfQuiet || (input.evenIfQuiet && mayInsist(ctx.actor));
    const body = storableText(input.body ?? message.body, longestBody);
    const changed = { ...message, sendAt, body, evenIfQuiet };
    const text = await atGateAgain(sql, ctx, changed);
    const verdict = await previewText(sql, ctx, text, await readTenantIn(sql, ctx), sendAt);
    if (!verdict.ok) return verdict;
    await keep(sql, ctx, changed, verdict);
    await enqueueRelease(sql, ctx, { messageId: message.id, sendAt });
    await tell(sql, ctx, message, "message.rescheduled");
    return { ok: true, id: message.id, sendAt };
  });
}

/** Takes a text back before its time. Throws `not_found`, `conflict` when it waits no longer. */
export function cancelScheduled(ctx: Ctx, input: { id: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const message = await requireScheduled(sql, ctx, input.id);
    await cancelJob(sql, {
      ...{ tenantId: ctx.tenantId, kind: "messages.release", key: releaseKey(message.id) },
    });
    // It stands in the thread at the moment somebody decided so, and not in the future.
    await sql.run(
      "UPDATE messages SET send_at = NULL, created_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, message.id, ctx.clock.now()],
    );
    await recordStatus(sql, ctx, { messageId: message.id, status: "canceled", source: "send" });
    await recordAudit(sql, ctx, {
      action: "message.schedule_canceled",
      subject: { kind: "message", id: message.id },
    });
  });
}

async function requireScheduled(sql: Sql, ctx: Ctx, id: string): Promise<ScheduledMessage> {
  const message = await lockScheduled(sql, ctx, id);
  if (message) return message;
  const known =
    isId(id) &&
    (await sql.one("SELECT 1 AS found FROM messages WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ...[ctx.tenantId, id],
    ]));
  if (!known) throw new AppError("not_found", "There is no such message.");
  throw new AppError("conflict", "This message no longer waits: it was sent or taken back.");
}

async function keep(sql: Sql, ctx: Ctx, message: ScheduledMessage, verdict: Verdict): Promise<void> {
  const { encoding, segments } = countSegments(message.body);
  await sql.run(
    `UPDATE messages SET body = $3, encoding = $4, segments = $5::int, send_at = $6::timestamptz, created_at = $6::timestamptz, verdict = $7::jsonb,
        extra = CASE WHEN $8 THEN extra || '{"evenIfQuiet": true}' ELSE extra END WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [
      ...[ctx.tenantId, message.id, message.body, encoding, Math.max(1, segments), message.sendAt],
      ...[JSON.stringify(verdict), message.evenIfQuiet],
    ],
  );
}

async function tell(
  sql: Sql,
  ctx: Ctx,
  { id, conversationId, customerId, channel, authorKind }: ScheduledMessage,
  action: string,
): Promise<void> {
  await recordAudit(sql, ctx, { action, subject: { kind: "message", id } });
  await emit(sql, ctx, {
    kind: "message.scheduled",
    subject: { conversationId, customerId, messageId: id },
    data: { channel, author: authorKind },
  });
}
