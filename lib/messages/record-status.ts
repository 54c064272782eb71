import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { type MessageStatus, messageLadder } from "./rules";
import { settleCost } from "./settle-cost";
import { settleFailures } from "./settle-failures";

export type StatusNews = {
  messageId: string;
  status: MessageStatus;
  errorCode?: string | null | undefined;
  source: "send" | "callback" | "reconcile";
};

type Moved = { conversation_id: string; customer_id: string; status: string };

/**
 * Keeps a status as it came and moves the message forward with it. The database compares ranks itself, so any order
 * of arrival ends in the same state; the first error stays.
 */
export async function recordStatus(sql: Sql, ctx: Ctx, news: StatusNews): Promise<void> {
  await sql.run(
    `INSERT INTO message_status_events (tenant_id, id, message_id, status, error_code, source, at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::timestamptz) ON CONFLICT (tenant_id, message_id, status, source) DO NOTHING`,
    [
      ctx.tenantId,
      newId(),
      news.messageId,
      news.status,
      news.errorCode ?? null,
      news.source,
      ctx.clock.now(),
    ],
  );
  const moved = await sql.one<Moved>(
    `UPDATE messages SET status = $3, status_rank = $4::int, error_code = coalesce(error_code, $5),
        sent_at = CASE WHEN $3 IN ('sent', 'delivered', 'read') THEN coalesce(sent_at, $6::timestamptz) ELSE sent_at END,
        delivered_at = CASE WHEN $3 IN ('delivered', 'read') THEN coalesce(delivered_at, $6::timestamptz) ELSE delivered_at END
      WHERE tenant_id = $1::uuid AND id = $2::uuid AND direction = 'outbound' AND status_rank < $4::int
        AND NOT (status_rank = 4 AND $3 = 'read' AND status <> 'delivered')
      RETURNING conversation_id, customer_id, status`,
    [
      ctx.tenantId,
      news.messageId,
      news.status,
      messageLadder.rank(news.status),
      news.errorCode ?? null,
      ctx.clock.now(),
    ],
  );
  if (moved) {
    await settleCost(sql, ctx, { messageId: news.messageId, status: news.status });
    return announce(sql, ctx, news.messageId, moved);
  }
  if (news.errorCode) await keepFirstError(sql, ctx, news.messageId, news.errorCode);
}

async function announce(sql: Sql, ctx: Ctx, messageId: string, moved: Moved): Promise<void> {
  const hasFailed = moved.status === "failed" || moved.status === "undelivered";
  if (hasFailed) {
    await sql.run("UPDATE conversations SET has_failed = true WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ctx.tenantId,
      moved.conversation_id,
    ]);
  } else if (moved.status === "delivered" || moved.status === "read") {
    await settleFailures(sql, ctx, moved.conversation_id);
  }
  await emit(sql, ctx, {
    kind: hasFailed ? "message.failed" : "message.status",
    subject: { conversationId: moved.conversation_id, customerId: moved.customer_id, messageId },
    data: { status: moved.status },
  });
}

async function keepFirstError(sql: Sql, ctx: Ctx, messageId: string, code: string): Promise<void> {
  await sql.run(
    "UPDATE messages SET error_code = coalesce(error_code, $3) WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, messageId, code],
  );
}
