import { type CallState, carrier } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { namePlacedCall } from "./name-placed-call";
import { lookLater } from "./settle-placing";

type Doubtful = {
  carrier: string;
  connectionId: string | null;
  from: string;
  to: string;
  createdAt: Date;
};

/**
 * Looks for a doubtful call in the carrier's own list. Found, it takes over the id that it has there. Never places: after
 * the last look it stays `unknown`, for a person to decide.
 */
export async function findPlacedCall(
  ctx: Ctx,
  { callId, look }: { callId: string; look: number },
): Promise<void> {
  const doubtful = await withTenantSql(ctx, (sql) =>
    sql.one<Doubtful>(
      `SELECT c.carrier, c.connection_id AS "connectionId", c.from_address AS "from", c.to_address AS "to", p.created_at AS "createdAt"
         FROM placed_calls p JOIN calls c ON c.tenant_id = p.tenant_id AND c.id = p.call_id
        WHERE p.tenant_id = $1::uuid AND p.call_id = $2::uuid AND p.state = 'unknown' AND c.ended_at IS NULL`,
      [ctx.tenantId, callId],
    ),
  );
  if (!doubtful) return;
  const candidates = await search(ctx, doubtful);
  await withTenantSql(ctx, async (sql) => {
    for (const { sid } of candidates) {
      const taken = await sql.one(
        "SELECT FROM calls WHERE tenant_id = $1::uuid AND carrier = $2 AND carrier_call_id = $3",
        [ctx.tenantId, doubtful.carrier, sid],
      );
      const named = { callId, carrier: doubtful.carrier, carrierCallId: sid };
      if (!taken && (await namePlacedCall(sql, ctx, named))) return;
    }
    await lookLater(sql, ctx, callId, look + 1);
  });
}

async function search(ctx: Ctx, { to, from, createdAt, ...call }: Doubtful): Promise<CallState[]> {
  const opened = await openConnection(ctx, { ...call, isOfNumber: true });
  const voice = opened && carrier(opened.carrier).voice;
  if (!voice) return [];
  const listed = await voice.list(opened.connection, {
    to,
    from,
    after: new Date(createdAt.getTime() - 1_000),
  });
  return listed.filter(({ direction }) => direction === "outbound").reverse();
}
