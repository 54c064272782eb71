import { carrier, isCarrierName } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { lockCallById } from "./keep-state";
import { linksOf } from "./links";
import { traceCall } from "./trace";

/** How long a browser has to prove that it shows the call. Tests on a busy machine are more patient. */
export const ringPatience = { milliseconds: 2_000 };

type Silent = { carrier: string; carrierCallId: string; connectionId: string | null };

/**
 * Moves a call on that rings in browsers of which none has shown it: a sleeping tab says that it is online and rings
 * nobody. A call that rings a phone as well rings on there. Safe to repeat.
 */
export async function passOver(ctx: Ctx, { callId, turn }: { callId: string; turn: number }): Promise<void> {
  const silent = await withTenantSql(ctx, async (sql): Promise<Silent | null> => {
    const call = await lockCallById(sql, ctx, callId);
    if (!call || call.kept.told !== turn || call.kept.flow.phase !== "dialing") return null;
    if (call.kept.last?.instructions.some(ringsPhone)) return null;
    const passed = await sql.run(
      `UPDATE call_rings SET passed_at = $4::timestamptz WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND turn = $3::int AND passed_at IS NULL
          AND NOT EXISTS (SELECT FROM call_rings r WHERE r.tenant_id = $1::uuid AND r.call_id = $2::uuid AND r.turn = $3::int
            AND (r.acknowledged_at IS NOT NULL OR r.answered_at IS NOT NULL))`,
      [ctx.tenantId, callId, turn, ctx.clock.now()],
    );
    if (passed === 0) return null;
    await traceCall(sql, ctx, callId, {
      kind: "note",
      title: "No browser showed the call within 2 seconds, so it goes on",
      data: { turn },
    });
    return sql.one<Silent>(
      `SELECT carrier, carrier_call_id AS "carrierCallId", connection_id AS "connectionId" FROM calls
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND ended_at IS NULL`,
      [ctx.tenantId, callId],
    );
  });
  if (silent) await sendOn(ctx, silent, turn);
}

function ringsPhone(instruction: { kind: string; targets?: readonly { kind: string }[] }): boolean {
  return instruction.kind === "dial" && (instruction.targets?.some(({ kind }) => kind === "number") ?? false);
}

async function sendOn(ctx: Ctx, call: Silent, turn: number): Promise<void> {
  if (!isCarrierName(call.carrier)) return;
  const opened = await openConnection(ctx, call);
  if (!opened) return;
  const { slug } = await readTenant(ctx);
  const { onward } = linksOf({ carrier: call.carrier, slug, turn });
  await carrier(call.carrier).voice?.redirect(opened.connection, call.carrierCallId, onward);
}
