import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { traceCall } from "./trace";

/**
 * Writes down which of the carrier's calls a placed call is; the answer to our request says so, or whatever the carrier
 * sends to a URL with our id in it. @returns whether the call is that one, from now on or from before
 */
export async function namePlacedCall(
  sql: Sql,
  ctx: Ctx,
  { callId, carrier, carrierCallId }: { callId: string; carrier: string; carrierCallId: string },
): Promise<boolean> {
  const named = await sql.one<{ isNew: boolean }>(
    `WITH held AS (
       SELECT c.id, c.carrier_call_id AS was FROM calls c JOIN placed_calls p ON p.tenant_id = c.tenant_id AND p.call_id = c.id
        WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.carrier = $3 FOR UPDATE OF c)
     UPDATE calls c SET carrier_call_id = $4 FROM held
      WHERE c.tenant_id = $1::uuid AND c.id = held.id AND held.was IN ($4, c.id::text) RETURNING held.was <> $4 AS "isNew"`,
    [ctx.tenantId, callId, carrier, carrierCallId],
  );
  if (named === null) return false;
  if (!named.isNew) return true;
  await sql.run(
    "UPDATE placed_calls SET state = 'placed' WHERE tenant_id = $1::uuid AND call_id = $2::uuid",
    [...[ctx.tenantId, callId]],
  );
  await traceCall(sql, ctx, callId, {
    kind: "job",
    title: "The carrier took the call",
    data: { carrierCallId },
  });
  return true;
}
