import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import {
  callColumns,
  callSource,
  type RawCall,
  type RawRecording,
  type RawTurn,
  toCallRow,
  toRecordingView,
  toTurnView,
} from "./call-row";
import type { CallGlance } from "./schema";

type Raw = RawCall & { turns: RawTurn[]; recordings: RawRecording[] };

const turnsShown = 2;

/** The first things said; of a call that goes on the last ones. */
const glance = `(SELECT coalesce(jsonb_agg(jsonb_build_object('speaker', t.speaker, 'text', t.text, 'at', t.at) ORDER BY t.position), '[]'::jsonb)
    FROM (SELECT speaker, text, at, position FROM call_turns WHERE tenant_id = c.tenant_id AND call_id = c.id
      ORDER BY CASE WHEN c.ended_at IS NULL THEN -position ELSE position END LIMIT ${turnsShown}) t) AS turns,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'state', r.state, 'seconds', r.seconds, 'transcript', r.transcript)
      ORDER BY r.created_at, r.id), '[]'::jsonb) FROM recordings r WHERE r.tenant_id = c.tenant_id AND r.call_id = c.id) AS recordings`;

type Place = { before: { at: Date; id: string } | null; limit: number };

/** Calls of one conversation before a place in its timeline, newest first; inside a running transaction. */
export function listConversationCalls(
  sql: Sql,
  ctx: Ctx,
  input: Place & { conversationId: string },
): Promise<CallGlance[]> {
  return listGlances(sql, ctx, "c.conversation_id", input.conversationId, input);
}

/** Calls with one customer before a place in their timeline, newest first; inside a running transaction. */
export function listCustomerCalls(
  sql: Sql,
  ctx: Ctx,
  input: Place & { customerId: string },
): Promise<CallGlance[]> {
  return listGlances(sql, ctx, "c.customer_id", input.customerId, input);
}

async function listGlances(
  sql: Sql,
  ctx: Ctx,
  column: "c.conversation_id" | "c.customer_id",
  id: string,
  { before, limit }: Place,
): Promise<CallGlance[]> {
  const rows = await sql.rows<Raw>(
    `SELECT ${callColumns}, ${glance} FROM ${callSource} WHERE c.tenant_id = $1::uuid AND ${column} = $2::uuid
        ${before ? "AND (c.started_at, c.id) < ($4::timestamptz, $5::uuid)" : ""} ORDER BY c.started_at DESC, c.id DESC LIMIT $3::int`,
    [ctx.tenantId, id, limit, ...(before ? [before.at, before.id] : [])],
  );
  return rows.map(({ turns, recordings, ...row }) => ({
    ...toCallRow(row),
    turns: turns.map((turn) => toTurnView(row, turn)),
    recordings: recordings.map((recording) => toRecordingView(row, recording)),
  }));
}
