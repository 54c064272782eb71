import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { memberOfIdentity } from "@/lib/presence/rules";
import { endTalk, takeFromQueue } from "@/lib/queues";
import { keepWebhookEvent } from "@/lib/webhook-events";
import type { ReceivedCallStatus } from "./receive-call-status";
import { assignAndSend } from "./settle-wait";
import { traceCall } from "./trace";

type Parent = { id: string; conversationId: string | null; name: string | null };

/**
 * Applies a carrier's state of a leg that one of our calls dialled: the moment a member's browser answers, the call is
 * theirs. @returns whether the tenant has the call that dialled
 */
export function receiveLegStatus(ctx: Ctx, { carrier, update, raw }: ReceivedCallStatus): Promise<boolean> {
  const memberId = memberOfIdentity(update.to);
  return withTenantSql(ctx, async (sql) => {
    const call = await sql.one<Parent>(
      `SELECT c.id, c.conversation_id AS "conversationId", m.name FROM calls c
         LEFT JOIN members m ON m.tenant_id = c.tenant_id AND m.id = $4::uuid
        WHERE c.tenant_id = $1::uuid AND c.carrier = $2 AND c.carrier_call_id = $3`,
      [ctx.tenantId, carrier, update.parentSid ?? "", memberId],
    );
    if (!call) return false;
    if (!(await keepWebhookEvent(sql, ctx, { ...raw, callSid: update.callSid }))) return true;
    await traceCall(sql, ctx, call.id, {
      kind: "status",
      title: `${call.name ?? update.to}: ${update.status.replace("-", " ")}`,
      data: { legSid: update.callSid, status: update.status, memberId },
    });
    if (memberId && update.status === "completed") {
      if (await endTalk(sql, ctx, { callId: call.id, memberId })) await assignAndSend(sql, ctx);
    }
    if (update.status !== "in-progress" || !call.name || !memberId) return true;
    await takeFromQueue(sql, ctx, { callId: call.id, memberId });
    await sql.run(
      "UPDATE calls SET member_id = $3::uuid, answered_by = 'member' WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, call.id, memberId],
    );
    await sql.run(
      `UPDATE call_rings SET answered_at = $4::timestamptz, leg_sid = $5 WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND member_id = $3::uuid
          AND turn = (SELECT max(turn) FROM call_rings WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND member_id = $3::uuid)`,
      [ctx.tenantId, call.id, memberId, ctx.clock.now(), update.callSid],
    );
    const subject = {
      callId: call.id,
      ...(call.conversationId ? { conversationId: call.conversationId } : {}),
    };
    await emit(sql, ctx, { kind: "call.taken", subject, data: { memberId } });
    return true;
  });
}
