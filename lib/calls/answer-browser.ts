import { type Instruction, isCarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { beginFlow, type FlowGraph } from "@/lib/flows";
import { passCallGate } from "@/lib/gate";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { parsePhone } from "@/lib/kernel/phone";
import { memberOfIdentity } from "@/lib/presence/rules";
import { readTenantIn } from "@/lib/tenants";
import type { AnsweredCall } from "./answer-call";
import { findParty } from "./find-party";
import { lockCall } from "./keep-state";
import { linksOf } from "./links";
import { type CallInlet, loadInlet } from "./load-inlet";
import type { CallReply, KeptState } from "./schema";
import { writeCall } from "./write-call";

const ringSeconds = 45;
const longestSeconds = 4 * 3_600;

/** What is left to happen once the called side has hung up, or never answered. */
const browserFlow: FlowGraph = {
  start: "call",
  steps: {
    call: { kind: "ring", targetIds: [], seconds: ringSeconds, noAnswer: "nobody" },
    nobody: { kind: "hang_up", text: "Nobody answered." },
  },
};

/**
 * Places the call that a member's browser asks for. The signed identity alone says who asks; the number to call and the
 * caller ID are the browser's wish and are judged here: only own numbers are shown, and the send gate decides about
 * the destination. A refusal is spoken.
 */
export async function answerBrowser(ctx: Ctx, input: AnsweredCall): Promise<CallReply> {
  const { event, carrier, tenant, dialect } = input;
  const own = event.custom.callerId ?? "";
  const to = parsePhone(event.to || event.custom.To || "", tenant.country);
  const inlet = await loadInlet(ctx, { carrier, own, country: tenant.country, dialect });
  return withTenantSql(ctx, async (sql) => {
    const member = await findMember(sql, ctx, event.from);
    if (!member) return refusal("You cannot place calls here any more.", dialect);
    if (!inlet.channel || !isCarrierName(carrier) || !(await isOwn(sql, ctx, inlet, carrier)))
      return refusal("That caller ID is not one of your business's numbers.", dialect);
    if (!to.ok) return refusal("This is not a number that can be called.", dialect);
    const id = newId();
    const { numberId, connectionId } = inlet.channel;
    const verdict = await passCallGate(
      ...([sql, ctx, { to: to.e164, callId: id, carrier, numberId, connectionId }] as const),
      await readTenantIn(sql, ctx),
    );
    if (!verdict.ok) return refusal(verdict.sentence, dialect);
    return dial(sql, ctx, input, inlet, { id, to: to.e164, memberId: member });
  });
}

async function dial(
  sql: Sql,
  ctx: Ctx,
  input: AnsweredCall,
  inlet: CallInlet,
  call: { id: string; to: string; memberId: string },
): Promise<CallReply> {
  const event = { ...input.event, direction: "outbound" as const, from: inlet.own, to: call.to };
  const asked = { ...input, event };
  const { slug } = input;
  const party = await findParty(sql, ctx, { event, inlet, country: input.tenant.country, slug });
  const instructions = dialInstructions(input, inlet, call.to);
  const state = { ...beginFlow(browserFlow, "en-US"), phase: "dialing" as const };
  const kept: KeptState = {
    flow: { ...state, outcome: "unanswered" },
    ...{ told: 1, thinking: null, thought: null, last: { key: input.raw.key, instructions }, tools: [] },
  };
  const setup = { ...inlet.setup, flow: browserFlow, callerName: party.name };
  const made = { input: asked, inlet, party, id: call.id, setup, kept, instructions, spoken: "" };
  if (!(await writeCall(sql, ctx, made))) return repeat(sql, ctx, input);
  await sql.run("UPDATE calls SET member_id = $3::uuid WHERE tenant_id = $1::uuid AND id = $2::uuid", [
    ...[ctx.tenantId, call.id, call.memberId],
  ]);
  const { conversationId, customerId } = party;
  const subject = {
    ...{ callId: call.id },
    ...(conversationId ? { conversationId } : {}),
    ...(customerId ? { customerId } : {}),
  };
  const data = { carrier: input.carrier, direction: "outbound", memberId: call.memberId };
  await emit(sql, ctx, { kind: "call.started", subject, data });
  return { instructions, dialect: input.dialect };
}

function dialInstructions({ carrier, slug }: AnsweredCall, inlet: CallInlet, to: string): Instruction[] {
  const { dialed, leg } = linksOf({ carrier, slug, turn: 1 });
  return [
    {
      kind: "dial",
      targets: [{ kind: "number", e164: to, statusUrl: leg }],
      url: dialed,
      callerId: inlet.own,
      ringSeconds,
      limitSeconds: longestSeconds,
    },
  ];
}

async function findMember(sql: Sql, ctx: Ctx, identity: string): Promise<string | null> {
  const row = await sql.one<{ id: string }>(
    "SELECT id FROM members WHERE tenant_id = $1::uuid AND id = $2::uuid AND disabled_at IS NULL",
    [ctx.tenantId, memberOfIdentity(identity)],
  );
  return row?.id ?? null;
}

/** Numbers of another carrier cannot be shown by this one. */
async function isOwn(sql: Sql, ctx: Ctx, { own }: CallInlet, carrier: string): Promise<boolean> {
  const row = await sql.one(
    "SELECT 1 AS found FROM numbers WHERE tenant_id = $1::uuid AND e164 = $2 AND carrier = $3 AND status = 'active'",
    [ctx.tenantId, own, carrier],
  );
  return row !== null;
}

function refusal(text: string, dialect: string | null): CallReply {
  return { instructions: [{ kind: "say", text, language: "en-US" }, { kind: "hang_up" }], dialect };
}

async function repeat(sql: Sql, ctx: Ctx, input: AnsweredCall): Promise<CallReply> {
  const call = await lockCall(sql, ctx, { carrier: input.carrier, carrierCallId: input.event.callSid });
  return { instructions: call?.kept.last?.instructions ?? [{ kind: "hang_up" }], dialect: input.dialect };
}
