import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { findOwnMember } from "@/lib/presence";
import { traceCall } from "./trace";

/** Why somebody is rung, as whoever handed the call over said it; "" when nobody did. */
export type Acknowledged = { brief: string };

/** A browser of one's own shows the ringing call. `not_found` when it does not ring for oneself. */
export function acknowledgeRing(ctx: Ctx, { callId }: { callId: string }): Promise<Acknowledged> {
  return withTenantSql(ctx, async (sql) => {
    const memberId = await findOwnMember(sql, ctx);
    const ring = await sql.one<{ brief: string; isFirst: boolean; milliseconds: number }>(
      `WITH latest AS (SELECT turn, acknowledged_at, rung_at FROM call_rings
          WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND member_id = $3::uuid ORDER BY turn DESC LIMIT 1)
       UPDATE call_rings r SET acknowledged_at = coalesce(r.acknowledged_at, $4::timestamptz) FROM latest
        WHERE r.tenant_id = $1::uuid AND r.call_id = $2::uuid AND r.member_id = $3::uuid AND r.turn = latest.turn
        RETURNING r.brief, latest.acknowledged_at IS NULL AS "isFirst",
          (extract(epoch FROM $4::timestamptz - latest.rung_at) * 1000)::float8 AS milliseconds`,
      [ctx.tenantId, callId, memberId, ctx.clock.now()],
    );
    if (!ring) throw new AppError("not_found", "This call does not ring for you.");
    if (ring.isFirst)
      await traceCall(sql, ctx, callId, {
        ...{ kind: "note", title: "A browser shows the call", data: { memberId } },
        milliseconds: Math.max(0, ring.milliseconds),
      });
    return { brief: ring.brief };
  });
}
