import type { Sql } from "@/lib/db";
import { beginFlow } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { beginErrand } from "@/lib/receptionist";
import type { PlacedLine } from "./choose-line";
import type { Party } from "./find-party";
import type { CallInlet } from "./load-inlet";
import type { CallSetup, KeptState, PlaceCall } from "./schema";

type Placing = {
  id: string;
  input: PlaceCall;
  line: PlacedLine;
  inlet: CallInlet;
  party: Party;
  setup: CallSetup;
};

/** Writes a call that is still to be placed. Until the carrier has named it, our own id stands in the place of the carrier's. */
export async function writePlacedCall(sql: Sql, ctx: Ctx, placing: Placing): Promise<void> {
  const { id, input, line, inlet, party, setup } = placing;
  await sql.run(statement, [
    ...[ctx.tenantId, id, line.carrier, inlet.channel?.numberId ?? null, inlet.channel?.connectionId ?? null],
    ...[inlet.own, line.to, party.customerId, party.conversationId, ctx.clock.now()],
    ...[JSON.stringify(setup), JSON.stringify(freshState(setup)), input.purpose],
    ...[input.machineMessage ?? null, newId(), JSON.stringify({ to: line.to, purpose: input.purpose })],
  ]);
}

const statement = `WITH made AS (
    INSERT INTO calls (tenant_id, id, carrier, carrier_call_id, direction, number_id, connection_id, from_address, to_address, customer_id,
      conversation_id, status, status_rank, started_at)
    VALUES ($1::uuid, $2::uuid, $3, $2::uuid::text, 'outbound', $4::uuid, $5::uuid, $6, $7, $8::uuid, $9::uuid, 'queued', 0, $10::timestamptz)),
  state AS (
    INSERT INTO call_states (tenant_id, call_id, setup, state, updated_at)
    VALUES ($1::uuid, $2::uuid, $11::jsonb, $12::jsonb, $10::timestamptz)),
  placed AS (
    INSERT INTO placed_calls (tenant_id, call_id, purpose, machine_message, state, created_at)
    VALUES ($1::uuid, $2::uuid, $13, $14, 'queued', $10::timestamptz))
  INSERT INTO call_traces (tenant_id, id, call_id, at, kind, title, data)
  VALUES ($1::uuid, $15::uuid, $2::uuid, $10::timestamptz, 'note', 'The receptionist shall call', $16::jsonb)`;

function freshState({ flow, receptionist }: CallSetup): KeptState {
  const begun = beginFlow(flow, receptionist.languages[0] ?? "en-US");
  return {
    flow: { ...begun, dialog: beginErrand(receptionist.greeting) },
    ...{ told: 0, thinking: null, thought: null, last: null, tools: [] },
  };
}
