import type { CallAnswered, CarrierName } from "@/lib/carriers";
import { joinConversation, noteEntry } from "@/lib/conversations";
import { recogniseCustomer } from "@/lib/customers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { beginFlow, interpret } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { parsePhone } from "@/lib/kernel/phone";
import { findChannel, type NumberChannel } from "@/lib/numbers";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { aroundOf } from "./around";
import { inWords } from "./describe";
import { issueTicket } from "./issue-ticket";
import { keepSpoken } from "./keep-spoken";
import { keepState, type LockedCall, lockCall } from "./keep-state";
import { loadSetup } from "./load-setup";
import { ownCallStatus } from "./rules";
import type { CallReply, KeptState } from "./schema";
import { traceCall } from "./trace";

/** A verified request for the first instructions of a call. */
export type AnsweredCall = {
  carrier: CarrierName;
  slug: string;
  event: CallAnswered;
  raw: RawWebhook;
  tenant: { country: string };
  dialect: string | null;
};

/**
 * Begins a call: its row, its customer and conversation, and the first instructions of its flow. A repeated request
 * for the same call makes nothing new and gets the same instructions.
 */
export function answerCall(ctx: Ctx, input: AnsweredCall): Promise<CallReply> {
  return withTenantSql(ctx, async (sql) => {
    await keepWebhookEvent(sql, ctx, { ...input.raw, callSid: input.event.callSid });
    const id = await createCall(sql, ctx, input);
    const call = await lockCall(sql, ctx, { carrier: input.carrier, carrierCallId: input.event.callSid });
    if (!call) throw new Error("The call that was just made is not there.");
    if (!id && call.kept.last)
      return { instructions: call.kept.last.instructions, dialect: call.setup.dialect };
    return begin(sql, ctx, input, call);
  });
}

/** Makes the call's rows; null when it exists. The unique key of the carrier's id settles races. */
async function createCall(sql: Sql, ctx: Ctx, input: AnsweredCall): Promise<string | null> {
  const { event, carrier } = input;
  const own = parsePhone(event.direction === "inbound" ? event.to : event.from, input.tenant.country);
  const channel = own.ok ? await findChannel(sql, ctx, own.e164, "voice") : null;
  const id = newId();
  const made = await sql.run(
    `INSERT INTO calls (tenant_id, id, carrier, carrier_call_id, direction, number_id, connection_id, from_address, to_address, status, status_rank, started_at, answered_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::uuid, $8, $9, $10, $11::int, $12::timestamptz, $12::timestamptz)
     ON CONFLICT (tenant_id, carrier, carrier_call_id) DO NOTHING`,
    [
      ctx.tenantId,
      id,
      carrier,
      event.callSid,
      event.direction === "inbound" ? "inbound" : "outbound",
      channel?.numberId ?? null,
      channel?.connectionId ?? null,
      event.from,
      own.ok && event.direction === "inbound" ? own.e164 : event.to,
      "in_progress",
      2,
      ctx.clock.now(),
    ],
  );
  if (made === 0) return null;
  const setup = await loadSetup(sql, ctx, { numberId: channel?.numberId ?? null, dialect: input.dialect });
  const party = await recogniseParty(sql, ctx, input, channel, id);
  const kept: KeptState = {
    flow: beginFlow(setup.flow, setup.receptionist.languages[0] ?? "en-US"),
    thinking: null,
    thought: null,
    last: null,
    tools: [],
    told: 0,
  };
  await sql.run(
    `INSERT INTO call_states (tenant_id, call_id, setup, state, updated_at) VALUES ($1::uuid, $2::uuid, $3::jsonb, $4::jsonb, $5::timestamptz)`,
    [
      ctx.tenantId,
      id,
      JSON.stringify({ ...setup, callerName: party.name }),
      JSON.stringify(kept),
      ctx.clock.now(),
    ],
  );
  return id;
}

/** Who calls, and the conversation the call stands in. A caller who hides the number has neither. */
async function recogniseParty(
  sql: Sql,
  ctx: Ctx,
  { event, tenant, slug, carrier }: AnsweredCall,
  channel: NumberChannel | null,
  callId: string,
): Promise<{ name: string | null }> {
  const other = event.direction === "inbound" ? event.from : event.to;
  const place = event.place && {
    city: event.place.city,
    region: event.place.state,
    country: event.place.country,
  };
  const customer = await recogniseCustomer(sql, ctx, {
    ...{
      address: other,
      channel: "voice",
      defaultCountry: tenant.country,
      install: slug,
      profileName: event.callerName,
    },
    ...(place ? { place } : {}),
  });
  const team = channel?.teamId ?? (await defaultTeam(sql, ctx));
  if (!customer || !team) {
    await emit(sql, ctx, {
      kind: "call.started",
      subject: { callId },
      data: { carrier, direction: event.direction },
    });
    return { name: null };
  }
  const { conversationId } = await joinConversation(sql, ctx, {
    ...{ customerId: customer.customerId, teamId: team, ticketMode: channel?.ticketMode ?? "new_thread" },
    ...{ priority: channel?.defaultPriority ?? "normal", assignee: { kind: "nobody" } },
  });
  await sql.run(
    "UPDATE calls SET customer_id = $3::uuid, conversation_id = $4::uuid WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, callId, customer.customerId, conversationId],
  );
  const direction = event.direction === "inbound" ? "inbound" : "outbound";
  await noteEntry(sql, ctx, {
    conversationId,
    direction,
    channel: "call",
    preview: "On the phone now",
    numberId: channel?.numberId ?? null,
  });
  await emit(sql, ctx, {
    kind: "call.started",
    subject: { callId, conversationId, customerId: customer.customerId },
    data: { carrier, direction },
  });
  const row = await sql.one<{ name: string }>(
    "SELECT name FROM customers WHERE tenant_id = $1::uuid AND id = $2::uuid AND name_source <> 'unknown'",
    [ctx.tenantId, customer.customerId],
  );
  return { name: row?.name ?? null };
}

async function defaultTeam(sql: Sql, ctx: Ctx): Promise<string | null> {
  const row = await sql.one<{ id: string }>(
    "SELECT id FROM teams WHERE tenant_id = $1::uuid ORDER BY is_default DESC, created_at LIMIT 1",
    [ctx.tenantId],
  );
  return row?.id ?? null;
}

async function begin(sql: Sql, ctx: Ctx, input: AnsweredCall, call: LockedCall): Promise<CallReply> {
  const ticket =
    call.setup.receptionist.talk === "gather"
      ? undefined
      : await issueTicket(sql, ctx, call.id, call.setup.receptionist.talk);
  const around = aroundOf(call, {
    carrier: input.carrier,
    slug: input.slug,
    clock: ctx.clock,
    ...(ticket ? { ticket } : {}),
  });
  const { state, output } = interpret(call.setup.flow, call.kept.flow, { kind: "answered" }, around);
  const instructions = output.do === "instruct" ? output.instructions : [];
  await keepState(sql, ctx, call.id, {
    ...call.kept,
    flow: state,
    last: { key: input.raw.key, instructions },
    told: 1,
  });
  await keepSpoken(sql, ctx, call, instructions);
  await traceCall(
    ...([sql, ctx, call.id] as const),
    {
      kind: "webhook",
      title: "Call came in",
      data: { from: input.event.from, to: input.event.to, status: ownCallStatus(input.event.status) },
    },
    { kind: "instructions", title: inWords(instructions), data: { instructions } },
  );
  return { instructions, dialect: call.setup.dialect };
}
