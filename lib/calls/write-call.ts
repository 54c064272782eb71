import type { CallAnswered, CarrierName, Instruction } from "@/lib/carriers";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";
import type { RawWebhook } from "@/lib/webhook-events";
import { inWords } from "./describe";
import { callPreview, type Party } from "./find-party";
import type { CallInlet } from "./load-inlet";
import type { CallSetup, KeptState } from "./schema";

/** Everything a new call consists of. */
export type NewCall = {
  input: { carrier: CarrierName; event: CallAnswered; raw: RawWebhook };
  inlet: CallInlet;
  party: Party;
  id: string;
  setup: CallSetup;
  kept: KeptState;
  instructions: Instruction[];
  spoken: string;
};

/**
 * Writes a new call in one statement: raw event, row, state, greeting, X-ray, and the line in the inbox.
 * @returns false when the call exists; then nothing was written
 */
export async function writeCall(sql: Sql, ctx: Ctx, call: NewCall): Promise<boolean> {
  const row = await sql.one<{ made: boolean }>(statement, valuesOf(ctx, call));
  return row?.made ?? false;
}

const statement = `WITH made AS (
    INSERT INTO calls (tenant_id, id, carrier, carrier_call_id, direction, number_id, connection_id, from_address, to_address, customer_id,
      conversation_id, status, status_rank, started_at, answered_at)
    VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::uuid, $8, $9, $10::uuid, $11::uuid, 'in_progress', 2, $12::timestamptz, $12::timestamptz)
    ON CONFLICT (tenant_id, carrier, carrier_call_id) DO NOTHING RETURNING 1),
  raw AS (
    INSERT INTO webhook_events (tenant_id, id, carrier, kind, dedupe_key, idempotency_token, call_sid, body, received_at)
    SELECT $1::uuid, $13::uuid, $3, $14, $15, $16, $4, $17, $12::timestamptz FROM made ON CONFLICT (tenant_id, carrier, dedupe_key) DO NOTHING),
  state AS (
    INSERT INTO call_states (tenant_id, call_id, setup, state, updated_at)
    SELECT $1::uuid, $2::uuid, $18::jsonb, $19::jsonb, $12::timestamptz FROM made),
  turn AS (
    INSERT INTO call_turns (tenant_id, id, call_id, position, speaker, text, at)
    SELECT $1::uuid, $20::uuid, $2::uuid, 0, 'assistant', $21, $12::timestamptz FROM made WHERE $21 <> ''),
  traced AS (
    INSERT INTO call_traces (tenant_id, id, call_id, at, kind, title, data)
    SELECT $1::uuid, l.id, $2::uuid, $12::timestamptz, l.kind, l.title, l.data
      FROM made, jsonb_to_recordset($22::jsonb) AS l (id uuid, kind text, title text, data jsonb)),
  noted AS (
    UPDATE conversations SET last_entry_at = greatest(last_entry_at, $12::timestamptz), last_entry_preview = $23, last_entry_channel = 'call',
      last_entry_direction = $5, last_number_id = coalesce($6::uuid, last_number_id),
      inbound_count = inbound_count + CASE WHEN $5 = 'inbound' THEN 1 ELSE 0 END,
      last_inbound_at = CASE WHEN $5 = 'inbound' THEN $12::timestamptz ELSE last_inbound_at END
     WHERE tenant_id = $1::uuid AND id = $24::uuid AND EXISTS (SELECT FROM made))
  SELECT EXISTS (SELECT FROM made) AS made`;

function valuesOf(
  ctx: Ctx,
  { input, inlet, party, id, setup, kept, instructions, spoken }: NewCall,
): unknown[] {
  const { event, raw, carrier } = input;
  const isInbound = event.direction === "inbound";
  const traces = [
    {
      id: newId(),
      kind: "webhook",
      title: isInbound ? "Call came in" : "Call goes out",
      data: { from: event.from, to: event.to, status: event.status },
    },
    { id: newId(), kind: "instructions", title: inWords(instructions), data: { instructions } },
  ];
  return [
    ...[ctx.tenantId, id, carrier, event.callSid, isInbound ? "inbound" : "outbound"],
    ...[inlet.channel?.numberId ?? null, inlet.channel?.connectionId ?? null],
    ...(isInbound ? [event.from, inlet.own] : [inlet.own, event.to]),
    ...[party.customerId, party.conversationId, ctx.clock.now()],
    ...[newId(), raw.kind, raw.key, raw.token, storableText(raw.body, 262_144)],
    ...[JSON.stringify(setup), JSON.stringify(kept), newId(), spoken, JSON.stringify(traces)],
    ...[callPreview, party.isNoted ? null : party.conversationId],
  ];
}
