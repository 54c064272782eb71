import { type CarrierOutcome, carrier, type SentText } from "@/lib/carriers";
import { type OpenConnection, openConnection } from "@/lib/connections";
import { changeConsent, isSuppressed } from "@/lib/consent";
import { type Sql, withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { readSwitches } from "@/lib/switches";
import { readTenant, readTenantIn } from "@/lib/tenants";
import { failMessage } from "./fail-message";
import { isTakenOver } from "./is-taken-over";
import { mediaLinks } from "./media-links";
import { applyParked, lockCarrierId } from "./parked-statuses";
import { recordStatus } from "./record-status";
import { ownStatus, reconcileDelaySeconds, retryDelaySeconds } from "./rules";

type Claimed = {
  id: string;
  conversation_id: string;
  customer_id: string;
  channel: "sms" | "whatsapp";
  body: string;
  carrier: string;
  connection_id: string | null;
  from_address: string;
  to_address: string;
  attempts: number;
  media_count: number;
};

/**
 * Sends one queued message: claims it in a transaction of its own, calls the carrier, writes down what became of it.
 * A message found already claimed was interrupted in between; it may have been sent, so it becomes `unknown` and is
 * asked about, never repeated.
 */
export async function deliverMessage(ctx: Ctx, input: { messageId: string }): Promise<void> {
  const claimed = await claim(ctx, input.messageId);
  if (!claimed) return;
  const outcome = await callCarrier(ctx, claimed);
  await withTenantSql(ctx, (sql) => settle(sql, ctx, claimed, outcome));
}

async function claim(ctx: Ctx, messageId: string): Promise<Claimed | null> {
  return withTenantSql(ctx, async (sql) => {
    if (await isTakenOver(sql, ctx, messageId)) {
      await recordStatus(sql, ctx, { messageId, status: "canceled", source: "send" });
      return null;
    }
    const claimed = await sql.one<Claimed>(
      `UPDATE messages SET status = 'sending', status_rank = 1, attempts = attempts + 1
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'queued'
        RETURNING id, conversation_id, customer_id, channel, body, carrier, connection_id, from_address, to_address, attempts, media_count`,
      [ctx.tenantId, messageId],
    );
    if (!claimed) {
      await doubtInterrupted(sql, ctx, messageId);
      return null;
    }
    const code = await refusalOf(sql, ctx, claimed);
    if (!code) return claimed;
    await failMessage(sql, ctx, { ...subject(claimed), code, source: "gate" });
    return null;
  });
}

/** A STOP or a suspension may have come between queueing and now. */
async function refusalOf(sql: Sql, ctx: Ctx, { to_address }: Claimed): Promise<string | null> {
  if (await isSuppressed(sql, ctx, to_address)) return "opted_out";
  return (await readTenantIn(sql, ctx)).status === "suspended" ? "suspended" : null;
}

/** The worker that claimed it died before it wrote down the outcome. */
async function doubtInterrupted(sql: Sql, ctx: Ctx, messageId: string): Promise<void> {
  const row = await sql.one<{ id: string; conversation_id: string; customer_id: string }>(
    `UPDATE messages SET status = 'unknown' WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'sending'
      RETURNING id, conversation_id, customer_id`,
    [ctx.tenantId, messageId],
  );
  if (row) await doubt(sql, ctx, subject(row));
}

async function callCarrier(ctx: Ctx, message: Claimed): Promise<CarrierOutcome<SentText>> {
  const opened = await openConnection(ctx, {
    carrier: message.carrier,
    connectionId: message.connection_id,
    isOfNumber: true,
  });
  const texting = opened && carrier(opened.carrier).texting;
  if (!texting)
    return {
      outcome: "rejected",
      code: "no_connection",
      message: "No account is connected for this number.",
    };
  if (await isSwitchedOff(message))
    return { outcome: "rejected", code: "provider_off", message: "The texting provider is switched off." };
  const tenant = await readTenant(ctx);
  const pool = message.channel === "sms" ? poolOf(opened, tenant) : undefined;
  return texting.send(opened.connection, {
    channel: message.channel,
    to: message.to_address.replace(/^whatsapp:/, ""),
    from: message.from_address,
    ...(pool ? { pool } : {}),
    body: message.body,
    mediaUrls: message.media_count > 0 ? await mediaLinks(ctx, message.id) : [],
    statusUrl: `${env.publicUrl}/api/${message.carrier}/${tenant.slug}/message-status/${message.id}`,
  });
}

/** The pool that an account's texts leave through: its own, or the installation's. */
function poolOf({ scope, carrier: name, pool }: OpenConnection, tenant: { isDemo: boolean }) {
  if (scope !== "platform") return pool;
  return tenant.isDemo ? undefined : (pool ?? env.carriers[name]?.textingPool);
}

async function isSwitchedOff({ carrier: name }: Claimed): Promise<boolean> {
  return env.carriers[name]?.mayText === false || (await readSwitches()).texting[name] === false;
}

async function settle(
  sql: Sql,
  ctx: Ctx,
  message: Claimed,
  outcome: CarrierOutcome<SentText>,
): Promise<void> {
  switch (outcome.outcome) {
    case "accepted":
      return settleAccepted(sql, ctx, message, outcome);
    case "rejected":
      if (outcome.code === "21610")
        await changeConsent(sql, ctx, {
          address: message.to_address,
          change: "opted_out",
          source: "carrier",
        });
      return failMessage(sql, ctx, { ...subject(message), code: outcome.code, source: "carrier" });
    case "retry_later":
      return settleRetry(sql, ctx, message, outcome.afterSeconds);
    case "unknown":
      await sql.run(
        "UPDATE messages SET status = 'unknown' WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'sending'",
        [ctx.tenantId, message.id],
      );
      return doubt(sql, ctx, subject(message));
  }
}

async function settleAccepted(
  sql: Sql,
  ctx: Ctx,
  message: Claimed,
  sent: { sid: string } & SentText,
): Promise<void> {
  await lockCarrierId(sql, ctx, { carrier: message.carrier, sid: sent.sid });
  await sql.run(
    `UPDATE messages SET carrier_sid = coalesce(carrier_sid, $3), segments = greatest($4::int, 1), price_micros = coalesce($5::int, price_micros),
        currency = coalesce($6, currency) WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [
      ctx.tenantId,
      message.id,
      sent.sid,
      sent.segments,
      sent.price?.micros ?? null,
      sent.price?.currency ?? null,
    ],
  );
  await recordStatus(sql, ctx, { messageId: message.id, status: ownStatus(sent.status), source: "send" });
  // Callbacks may have overtaken the answer to our own request.
  await applyParked(sql, ctx, { carrier: message.carrier, sid: sent.sid, messageId: message.id });
}

async function settleRetry(sql: Sql, ctx: Ctx, message: Claimed, afterSeconds: number): Promise<void> {
  const wait = retryDelaySeconds(message.attempts, afterSeconds);
  if (wait === null)
    return failMessage(sql, ctx, { ...subject(message), code: "carrier_unreachable", source: "network" });
  // The carrier certainly did not take it, so this one step back is true.
  await sql.run(
    "UPDATE messages SET status = 'queued', status_rank = 0 WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'sending'",
    [ctx.tenantId, message.id],
  );
  await enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "messages.deliver",
    payload: { messageId: message.id },
    key: `deliver:${message.id}:${message.attempts}`,
    runAt: new Date(ctx.clock.now().getTime() + wait * 1000),
  });
}

type Subject = { conversationId: string; customerId: string; messageId: string };

function subject(row: { id: string; conversation_id: string; customer_id: string }): Subject {
  return { conversationId: row.conversation_id, customerId: row.customer_id, messageId: row.id };
}

async function doubt(sql: Sql, ctx: Ctx, message: Subject): Promise<void> {
  await emit(sql, ctx, { kind: "message.status", subject: message, data: { status: "unknown" } });
  await enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "messages.reconcile",
    payload: { messageId: message.messageId, attempt: 0 },
    key: `reconcile:${message.messageId}:0`,
    runAt: new Date(ctx.clock.now().getTime() + (reconcileDelaySeconds(0) ?? 10) * 1000),
  });
}
