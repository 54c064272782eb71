import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { CallSetup, KeptState } from "./schema";

/** A call with its state, locked until the transaction ends, so that two webhooks of one call take turns. */
export type LockedCall = {
  id: string;
  carrierCallId: string;
  status: string;
  direction: "inbound" | "outbound";
  fromAddress: string;
  toAddress: string;
  customerId: string | null;
  conversationId: string | null;
  numberId: string | null;
  startedAt: Date;
  setup: CallSetup;
  kept: KeptState;
};

const lockedColumns = `c.id, c.carrier_call_id AS "carrierCallId", c.status, c.direction, c.from_address AS "fromAddress", c.to_address AS "toAddress",
  c.customer_id AS "customerId", c.conversation_id AS "conversationId", c.number_id AS "numberId", c.started_at AS "startedAt", s.setup, s.state AS kept
  FROM calls c JOIN call_states s ON s.tenant_id = c.tenant_id AND s.call_id = c.id`;

/** Locks a call by its carrier's id; null when the tenant has no such call. */
export function lockCall(
  sql: Sql,
  ctx: Ctx,
  input: { carrier: string; carrierCallId: string },
): Promise<LockedCall | null> {
  return sql.one<LockedCall>(
    `SELECT ${lockedColumns} WHERE c.tenant_id = $1::uuid AND c.carrier = $2 AND c.carrier_call_id = $3 FOR UPDATE OF s`,
    [ctx.tenantId, input.carrier, input.carrierCallId],
  );
}

/** {@link lockCall} by our own id. */
export function lockCallById(sql: Sql, ctx: Ctx, id: string): Promise<LockedCall | null> {
  return sql.one<LockedCall>(
    `SELECT ${lockedColumns} WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid FOR UPDATE OF s`,
    [ctx.tenantId, id],
  );
}

/** Writes a call's state back. */
export async function keepState(sql: Sql, ctx: Ctx, callId: string, kept: KeptState): Promise<void> {
  await sql.run(
    `UPDATE call_states SET state = $3::jsonb, version = version + 1, updated_at = $4::timestamptz
      WHERE tenant_id = $1::uuid AND call_id = $2::uuid`,
    [ctx.tenantId, callId, JSON.stringify(kept), ctx.clock.now()],
  );
}

/** Adds one thing said to the transcript. */
export async function keepTurn(
  sql: Sql,
  ctx: Ctx,
  callId: string,
  turn: {
    id: string;
    speaker: "caller" | "assistant" | "agent";
    text: string;
    confidence?: number | undefined;
  },
): Promise<void> {
  await sql.run(
    `INSERT INTO call_turns (tenant_id, id, call_id, position, speaker, text, at, confidence)
     SELECT $1::uuid, $2::uuid, $3::uuid, coalesce(max(position) + 1, 0), $4, $5, $6::timestamptz, $7::float8
       FROM call_turns WHERE tenant_id = $1::uuid AND call_id = $3::uuid`,
    [ctx.tenantId, turn.id, callId, turn.speaker, turn.text, ctx.clock.now(), turn.confidence ?? null],
  );
}
