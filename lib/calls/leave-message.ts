import { carrier } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readTenant } from "@/lib/tenants";
import { placedLinks } from "./links";

type OnMachine = {
  carrier: string;
  carrierCallId: string;
  connectionId: string | null;
  mayLeave: boolean;
};

/** Takes a call that a machine answered away from the receptionist: to the message if there is one, else to its end. Safe to repeat. */
export async function leaveMessage(ctx: Ctx, { callId }: { callId: string }): Promise<void> {
  const call = await withTenantSql(ctx, (sql) =>
    sql.one<OnMachine>(
      `SELECT c.carrier, c.carrier_call_id AS "carrierCallId", c.connection_id AS "connectionId",
          p.reached = 'machine' AND p.machine_message IS NOT NULL AS "mayLeave"
         FROM placed_calls p JOIN calls c ON c.tenant_id = p.tenant_id AND c.id = p.call_id
        WHERE p.tenant_id = $1::uuid AND p.call_id = $2::uuid AND c.ended_at IS NULL`,
      [ctx.tenantId, callId],
    ),
  );
  const opened = call && (await openConnection(ctx, { ...call, isOfNumber: true }));
  const voice = opened && carrier(opened.carrier).voice;
  if (!voice) return;
  const { slug } = await readTenant(ctx);
  const { message } = placedLinks({ carrier: opened.carrier, slug, callId });
  const outcome = call.mayLeave
    ? await voice.redirect(opened.connection, call.carrierCallId, message)
    : await voice.hangUp(opened.connection, call.carrierCallId);
  if (outcome.outcome === "retry_later")
    throw new AppError("unavailable", "The carrier could not be reached to move the call on.");
}
