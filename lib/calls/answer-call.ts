import type { CallAnswered, CarrierName, Instruction } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { beginFlow, type FlowState, interpret, type Played } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import type { RawWebhook } from "@/lib/webhook-events";
import { aroundOf } from "./around";
import { spokenText } from "./describe";
import { findParty, type Party } from "./find-party";
import { keepTicket } from "./issue-ticket";
import { keepState, lockCall } from "./keep-state";
import { type CallInlet, loadInlet } from "./load-inlet";
import { noteTooLate } from "./note-too-late";
import { queueIdOf, queuesOf } from "./queues-of";
import { noteRings } from "./ring-browsers";
import type { CallReply, CallSetup, KeptState } from "./schema";
import { reserveCall } from "./settle-call";
import { settleWait } from "./settle-wait";
import { textCaller } from "./text-caller";
import { writeCall } from "./write-call";

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
 * Begins a call: its row, its customer and conversation, and the first instructions of its flow. Settings come from
 * memory, everything is decided there, and one statement writes it. A repeated request for the same call makes nothing
 * new and gets the same instructions.
 */
export async function answerCall(ctx: Ctx, input: AnsweredCall): Promise<CallReply> {
  const { event, carrier, slug, tenant, dialect } = input;
  const own = event.direction === "inbound" ? event.to : event.from;
  const inlet = await loadInlet(ctx, { carrier, own, country: tenant.country, dialect });
  return withTenantSql(ctx, async (sql) => {
    const party = await findParty(sql, ctx, { event, inlet, country: tenant.country, slug });
    const begun = begin(ctx, input, inlet, party);
    const isNew = await writeCall(sql, ctx, { input, inlet, party, ...begun });
    if (!isNew) return repeat(sql, ctx, input);
    await reserveCall(sql, ctx, {
      callId: begun.id,
      carrier,
      direction: event.direction,
      inlet,
      to: event.to,
    });
    await keepTicket(sql, ctx, begun.id, begun.instructions);
    await announce(sql, ctx, input, party, begun);
    const told = { id: begun.id, turn: begun.kept.told, brief: begun.kept.flow.brief };
    await textCaller(sql, ctx, { callId: begun.id, conversationId: party.conversationId }, begun.texts);
    const instructions = await joinLine(sql, ctx, input, inlet, begun);
    await noteRings(sql, ctx, { ...told, conversationId: party.conversationId }, instructions);
    return { instructions, dialect: begun.setup.dialect };
  });
}

/** A call as it stands after its first step. */
type Begun = {
  id: string;
  setup: CallSetup;
  kept: KeptState;
  instructions: Instruction[];
  texts: string[];
  spoken: string;
  /** Plays it on with other queues around it. */
  playOn: (state: FlowState, queues: CallInlet["queues"]) => Played;
};

/** A call that begins in a queue joins it once its row stands; somebody who is free is rung at once. */
async function joinLine(
  sql: Sql,
  ctx: Ctx,
  { carrier, raw }: AnsweredCall,
  { queues }: CallInlet,
  { id, setup, kept, instructions, playOn }: Begun,
): Promise<Instruction[]> {
  const { flow } = setup;
  if (queueIdOf(flow, kept.flow) === null) return instructions;
  const again = async (state: FlowState) =>
    playOn(state, await queuesOf(sql, ctx, { callId: id, carrier, flow, state }));
  const waiting: Played = {
    ...{ state: kept.flow, output: { do: "instruct", instructions }, texts: [], path: [] },
  };
  const { state, output } = await settleWait(
    sql,
    ctx,
    { callId: id, flow, before: null, queues, again },
    waiting,
  );
  if (state === kept.flow || output.do !== "instruct") return instructions;
  await keepState(sql, ctx, id, {
    ...kept,
    flow: state,
    last: { key: raw.key, instructions: output.instructions },
  });
  return output.instructions;
}

function begin(ctx: Ctx, input: AnsweredCall, inlet: CallInlet, party: Party): Begun {
  const id = newId();
  const setup = { ...inlet.setup, callerName: party.name };
  const { languages } = setup.receptionist;
  const fresh: KeptState = {
    ...{ flow: beginFlow(setup.flow, languages[0] ?? "en-US"), told: 0 },
    ...{ thinking: null, thought: null, last: null, tools: [] },
  };
  const call = {
    id,
    setup,
    kept: fresh,
    startedAt: ctx.clock.now(),
    toAddress: inlet.own,
    fromAddress: input.event.from,
  };
  const place = {
    ...{ carrier: input.carrier, slug: input.slug, clock: ctx.clock, present: inlet.present },
  };
  const around = aroundOf(call, { ...place, queues: inlet.queues });
  const playOn: Begun["playOn"] = (state, queues) =>
    interpret(setup.flow, state, { kind: "dialed", isBridged: false }, aroundOf(call, { ...place, queues }));
  const { state, output, texts } = interpret(setup.flow, fresh.flow, { kind: "answered" }, around);
  const instructions = output.do === "instruct" ? output.instructions : [];
  const kept = { ...fresh, flow: state, told: 1, last: { key: input.raw.key, instructions } };
  return { id, setup, kept, instructions, texts, spoken: spokenText(instructions), playOn };
}

async function announce(
  sql: Sql,
  ctx: Ctx,
  { event, carrier }: AnsweredCall,
  party: Party,
  { id, spoken }: Begun,
): Promise<void> {
  const subject = {
    callId: id,
    ...(party.conversationId ? { conversationId: party.conversationId } : {}),
    ...(party.customerId ? { customerId: party.customerId } : {}),
  };
  await emit(
    ...([sql, ctx] as const),
    { kind: "call.started", subject, data: { carrier, direction: event.direction } },
    ...(spoken ? [{ kind: "call.turn", subject, data: { speaker: "assistant", text: spoken } }] : []),
  );
}

async function repeat(
  sql: Sql,
  ctx: Ctx,
  { carrier, event, raw, dialect }: AnsweredCall,
): Promise<CallReply> {
  const named = { carrier, carrierCallId: event.callSid };
  const call = await lockCall(sql, ctx, named);
  if (!call) await noteTooLate(sql, ctx, { ...named, status: event.status, raw });
  return { instructions: call?.kept.last?.instructions ?? [{ kind: "hang_up" }], dialect };
}
