import { type Sql, unsafePlatformSql, withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { findOverdue, returnToLine } from "@/lib/queues";
import { sendFor } from "./send-for";
import { assignAndSend, settleEnd } from "./settle-wait";
import { traceCall } from "./trace";

/** Finds the businesses in whose queues somebody waits, and has them looked after. */
export async function unsafeFindWaiting(): Promise<void> {
  await unsafePlatformSql("looks for waiting callers of all tenants", async (sql) => {
    const rows = await sql.rows<{ tenant_id: string }>(
      `SELECT DISTINCT tenant_id FROM queue_waits WHERE left_at IS NULL
       UNION SELECT DISTINCT tenant_id FROM queue_offers WHERE ended_at IS NULL LIMIT 1000`,
    );
    for (const { tenant_id } of rows) {
      await enqueue(sql, {
        ...{ tenantId: unsafeTenantId(tenant_id), kind: "calls.mind_queues", payload: {} },
        key: `mind-queues:${tenant_id}`,
      });
    }
  });
}

/** Somebody may be there now who was not: waiting callers are looked after at once instead of at the next round. */
export async function hearOfPresence(sql: Sql, ctx: Ctx): Promise<void> {
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.mind_queues", payload: {} },
    key: `mind-queues:${ctx.tenantId}`,
  });
}

/**
 * Sees to it that everybody who waits gets on, also when a process died, a carrier did not hear or people just went away:
 * calls that are over leave the line, rings that never came about are taken back, who has waited too long is sent for,
 * and who rested may be rung again.
 */
export async function mindQueues(ctx: Ctx): Promise<void> {
  const tooLong = await withTenantSql(ctx, async (sql) => {
    const overdue = await findOverdue(sql, ctx);
    for (const callId of overdue.ended) await settleEnd(sql, ctx, callId);
    for (const callId of overdue.unheard) {
      await returnToLine(sql, ctx, callId);
      await traceCall(sql, ctx, callId, {
        ...{ kind: "note", title: "The carrier did not fetch the call for whom somebody was to be rung" },
        data: {},
      });
    }
    await assignAndSend(sql, ctx);
    return overdue.tooLong;
  });
  for (const callId of tooLong) await sendFor(ctx, { callId });
}
