import { carrier, isCarrierName } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { applyCallStatus } from "./receive-call-status";
import { isOver, ownCallStatus } from "./rules";

const quietMinutes = 3;
const longestHours = 5; // longer than any carrier lets a call last

/** Finds calls of all tenants that have gone quiet without an end and has each one asked about. */
export async function unsafeFindQuietCalls(now: Date): Promise<void> {
  await unsafePlatformSql("looks for quiet calls of all tenants", async (sql) => {
    const rows = await sql.rows<{ tenant_id: string; id: string }>(
      `SELECT c.tenant_id, c.id FROM calls c LEFT JOIN call_states s ON s.tenant_id = c.tenant_id AND s.call_id = c.id
        WHERE c.ended_at IS NULL AND coalesce(s.updated_at, c.started_at) < $1::timestamptz
          AND NOT EXISTS (SELECT FROM placed_calls p WHERE p.tenant_id = c.tenant_id AND p.call_id = c.id AND p.state <> 'placed') LIMIT 500`,
      [new Date(now.getTime() - quietMinutes * 60_000)],
    );
    for (const { tenant_id, id } of rows) {
      await enqueue(sql, {
        tenantId: unsafeTenantId(tenant_id),
        kind: "calls.reap",
        payload: { callId: id },
        key: `reap:${id}`,
      });
    }
  });
}

/** Asks the carrier about a quiet call; one that is over there is ended here. A carrier that no longer knows it has ended it. */
export async function reapCall(ctx: Ctx, input: { callId: string }): Promise<void> {
  const call = await withTenantSql(ctx, (sql) =>
    sql.one<{
      carrier: string;
      carrierCallId: string;
      connectionId: string | null;
      numberId: string | null;
      startedAt: Date;
    }>(
      `SELECT carrier, carrier_call_id AS "carrierCallId", connection_id AS "connectionId", number_id AS "numberId", started_at AS "startedAt" FROM calls
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND ended_at IS NULL`,
      [ctx.tenantId, input.callId],
    ),
  );
  if (!call || !isCarrierName(call.carrier)) return;
  const opened = await openConnection(ctx, {
    ...{ carrier: call.carrier, connectionId: call.connectionId, isOfNumber: call.numberId !== null },
  });
  const voice = carrier(call.carrier).voice;
  const state = opened && voice ? await voice.fetch(opened.connection, call.carrierCallId) : null;
  const isTooOld = ctx.clock.now().getTime() - call.startedAt.getTime() > longestHours * 3_600_000;
  const status = state ? ownCallStatus(state.status) : "completed";
  if (!isOver(status) && !isTooOld) return;
  await withTenantSql(ctx, (sql) =>
    applyCallStatus(sql, ctx, {
      ...{
        carrier: call.carrier,
        carrierCallId: call.carrierCallId,
        status: isOver(status) ? status : "completed",
      },
      ...{ seconds: state?.seconds ?? null, cause: "asked the carrier" },
    }),
  );
}
