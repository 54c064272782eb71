import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Next } from "@/lib/receptionist";
import { traceCall } from "./trace";

/** Keeps what a sound stream decided before it ended: its carrier's next webhook carries no words of ours. */
export function endSession(ctx: Ctx, input: { callId: string; next: Next | null }): Promise<void> {
  const handoff = input.next ? JSON.stringify({ ...input.next, next: input.next.do }) : "";
  return withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE call_states SET state = state || jsonb_build_object('handoff', $3::text), updated_at = $4::timestamptz
        WHERE tenant_id = $1::uuid AND call_id = $2::uuid`,
      [ctx.tenantId, input.callId, handoff, ctx.clock.now()],
    );
    await traceCall(sql, ctx, input.callId, {
      kind: "socket",
      title: "The stream ended",
      data: { next: input.next },
    });
  });
}
