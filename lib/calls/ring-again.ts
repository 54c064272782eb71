import { carrier, isCarrierName } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { findOwnMember } from "@/lib/presence";
import { readTenant } from "@/lib/tenants";
import { keepState, lockCallById } from "./keep-state";
import { linksOf } from "./links";
import { traceCall } from "./trace";

type Ringing = { carrier: string; carrierCallId: string; connectionId: string | null; turn: number };

/**
 * Rings a member's browser again when it comes back in the middle of a ring: a page that was loaded anew knows nothing of
 * the call. Only for a call that rings this member alone, so that nobody else's phone stops.
 */
export async function ringAgain(ctx: Ctx): Promise<void> {
  const ringing = await withTenantSql(ctx, async (sql): Promise<Ringing | null> => {
    const memberId = await findOwnMember(sql, ctx);
    const ring = await sql.one<Ringing & { callId: string }>(
      `SELECT r.call_id AS "callId", r.turn, c.carrier, c.carrier_call_id AS "carrierCallId", c.connection_id AS "connectionId"
         FROM call_rings r JOIN calls c ON c.tenant_id = r.tenant_id AND c.id = r.call_id AND c.ended_at IS NULL
        WHERE r.tenant_id = $1::uuid AND r.member_id = $2::uuid AND r.acknowledged_at IS NOT NULL AND r.answered_at IS NULL
          AND r.passed_at IS NULL AND r.rung_at > $3::timestamptz
          AND NOT EXISTS (SELECT FROM call_rings o WHERE o.tenant_id = r.tenant_id AND o.call_id = r.call_id AND o.turn = r.turn AND o.member_id <> r.member_id)
        ORDER BY r.rung_at DESC LIMIT 1`,
      [ctx.tenantId, memberId, new Date(ctx.clock.now().getTime() - 60_000)],
    );
    const call = ring && (await lockCallById(sql, ctx, ring.callId));
    if (!call || call.kept.told !== ring.turn || call.kept.flow.phase !== "dialing") return null;
    if (call.kept.last?.instructions.some((one) => one.kind === "dial" && one.targets.length > 1))
      return null;
    await keepState(sql, ctx, call.id, { ...call.kept, ringsAgain: true });
    await traceCall(sql, ctx, call.id, {
      kind: "note",
      title: "The browser came back while it rang, so it rings again",
      data: { memberId },
    });
    return ring;
  });
  if (!ringing || !isCarrierName(ringing.carrier)) return;
  const opened = await openConnection(ctx, ringing);
  const { slug } = await readTenant(ctx);
  // An answer of the turn before is repeated as it was: the same people ring once more.
  const { onward } = linksOf({ carrier: ringing.carrier, slug, turn: ringing.turn - 1 });
  if (opened)
    await carrier(ringing.carrier).voice?.redirect(opened.connection, ringing.carrierCallId, onward);
}
