import type { CarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { type FlowInput, interpret, type Played } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { listPresent } from "@/lib/presence";
import type { Conversing, TurnInput, TurnOutcome } from "@/lib/receptionist";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { aroundOf, namesMembers } from "./around";
import { inWords } from "./describe";
import { keepTicket } from "./issue-ticket";
import { keepPayment } from "./keep-payment";
import { announceTurn, keepSpoken } from "./keep-spoken";
import { keepState, keepTurn, type LockedCall, lockCall } from "./keep-state";
import { queuesOf } from "./queues-of";
import { readHistory } from "./read-history";
import { noteRings } from "./ring-browsers";
import type { CallReply, KeptState } from "./schema";
import { settleWait } from "./settle-wait";
import { textCaller } from "./text-caller";
import {
  awaitThought,
  awaitThoughtElsewhere,
  beginThinking,
  isThinkingHere,
  stopThinking,
  thinkOffline,
} from "./think";
import { traceCall } from "./trace";
import { tracesOfPassedOver } from "./trace-passed-over";
import { tracesOf } from "./traces-of";

/** Something that happened in a running call, as a verified webhook tells it. */
export type CallNews = {
  carrier: CarrierName;
  slug: string;
  carrierCallId: string;
  raw: RawWebhook;
  input: FlowInput;
  /** The carrier asks for the result of a turn that was too slow for the last answer. */
  isWaiting: boolean;
  /** Which of our answers the request follows; null when its URL does not say. */
  turn: number | null;
  confidence?: number;
};

// Callers hear silence after about 3 s; instructions leave before that, whatever the model does (decision: turn budget).
const turnBudgetMilliseconds = 2_200;
const mostFillers = 3;

/** What to do after the state was updated. */
type Plan =
  | { do: "reply"; reply: CallReply }
  | { do: "think"; call: LockedCall; turn: TurnInput }
  | { do: "wait"; call: LockedCall };

/**
 * Moves a call on: applies what happened to its flow and returns the next instructions, always in time. A slow model
 * is bridged by short words and a redirect that picks its answer up; after that the offline receptionist answers.
 * @returns null when the tenant has no such call
 */
export async function continueCall(ctx: Ctx, news: CallNews): Promise<CallReply | null> {
  const startedAt = performance.now();
  const plan = await withTenantSql(ctx, (sql) => planNext(sql, ctx, news));
  if (!plan) return null;
  if (plan.do === "reply") return plan.reply;
  if (plan.do === "think") beginThinking(conversingOf(ctx, plan.call), plan.turn);
  const turnId = plan.do === "think" ? plan.turn.turnId : (plan.call.kept.thinking?.turnId ?? "");
  const outcome = await pickUp(
    ctx,
    plan.call,
    turnId,
    turnBudgetMilliseconds - (performance.now() - startedAt),
  );
  return withTenantSql(ctx, (sql) => settleTurn(sql, ctx, news, turnId, outcome));
}

async function planNext(sql: Sql, ctx: Ctx, news: CallNews): Promise<Plan | null> {
  const call = await lockCall(sql, ctx, news);
  if (!call) return null;
  const { last, thinking, told } = call.kept;
  if (news.turn !== null && news.turn < told) return repeat(call); // answered before: a repetition, or a carrier that asks twice
  if (last?.key === news.raw.key && !thinking) return repeat(call);
  if (thinking && (news.isWaiting || last?.key === news.raw.key)) return { do: "wait", call };
  if (news.input.kind === "paid" && call.kept.flow.phase !== "paying") return repeat(call);
  if (news.isWaiting) return repeat(call); // picked up meanwhile by a repetition of this request
  if (call.kept.ringsAgain && news.input.kind === "dialed") {
    await keepState(sql, ctx, call.id, { ...call.kept, ringsAgain: false });
    if (!news.input.isBridged) return repeat(call);
  }
  await keepWebhookEvent(sql, ctx, { ...news.raw, callSid: news.carrierCallId });
  return apply(sql, ctx, news, call);
}

function repeat(call: LockedCall): Plan {
  return {
    do: "reply",
    reply: { instructions: call.kept.last?.instructions ?? [], dialect: call.setup.dialect },
  };
}

async function apply(sql: Sql, ctx: Ctx, news: CallNews, call: LockedCall): Promise<Plan> {
  await traceCall(sql, ctx, call.id, {
    kind: "webhook",
    title: titleOf(news.input),
    data: { ...news.input },
  });
  const { state, output, texts } = await playOn(sql, ctx, news, call, withHandoff(news.input, call));
  if (news.input.kind === "paid") await keepPayment(sql, ctx, call, news.input);
  if (output.do === "instruct") {
    const kept: KeptState = {
      ...call.kept,
      flow: state,
      thinking: null,
      thought: null,
      last: { key: news.raw.key, instructions: output.instructions },
    };
    await keepHeard(sql, ctx, news, call);
    await keepSpoken(sql, ctx, call, output.instructions);
    await textCaller(sql, ctx, { callId: call.id, conversationId: call.conversationId }, texts);
    return { do: "reply", reply: await tell(sql, ctx, call, kept) };
  }
  const turn = await listenTo(sql, ctx, news, call, output.said);
  const thinking = { turnId: turn.turnId, said: output.said, since: ctx.clock.now().toISOString() };
  const kept: KeptState = {
    ...call.kept,
    flow: state,
    thinking,
    thought: null,
    last: { key: news.raw.key, instructions: [] },
  };
  await keepState(sql, ctx, call.id, kept);
  return { do: "think", call: { ...call, kept }, turn };
}

/** What the flow itself answered (may we record?) was said all the same, and stands in the transcript. */
async function keepHeard(sql: Sql, ctx: Ctx, news: CallNews, call: LockedCall): Promise<void> {
  const { input, confidence } = news;
  if (input.kind !== "heard") return;
  const text = input.text.trim() || (input.digits && `(pressed ${input.digits})`);
  if (text === "") return;
  await keepTurn(sql, ctx, call.id, { id: newId(), speaker: "caller", text, confidence });
  await announceTurn(sql, ctx, call, "caller", text);
}

/** A former system's wish to put the caller through names nobody whom we know: the first of the list is meant. */
function toSomebody(handoff: string, { setup }: LockedCall): string {
  const targetId = Object.keys(setup.targets)[0] ?? "";
  return handoff === transferToAnybody ? JSON.stringify({ next: "transfer", targetId }) : handoff;
}

/** Asks to be put through to whoever comes first. */
export const transferToAnybody = "transfer";

/** A stream's wish was kept with the call, because its carrier's webhook cannot carry it. */
function withHandoff(input: FlowInput, call: LockedCall): FlowInput {
  if (input.kind === "session_ended" && input.handoff === transferToAnybody)
    return { ...input, handoff: toSomebody(input.handoff, call) };
  if (input.kind !== "session_ended" || input.handoff !== "" || call.kept.handoff === undefined) return input;
  return { ...input, handoff: call.kept.handoff, isFailure: call.kept.handoff === "" };
}

async function listenTo(
  sql: Sql,
  ctx: Ctx,
  news: CallNews,
  call: LockedCall,
  said: string,
): Promise<TurnInput> {
  const turnId = newId();
  const history = await readHistory(sql, ctx, call.id);
  await keepTurn(sql, ctx, call.id, {
    id: turnId,
    speaker: "caller",
    text: said,
    confidence: news.confidence,
  });
  await announceTurn(sql, ctx, call, "caller", said);
  const { dialog, toolCalls } = call.kept.flow;
  return { turnId, said, history, dialog, toolCallsSoFar: toolCalls };
}

async function pickUp(
  ctx: Ctx,
  call: LockedCall,
  turnId: string,
  milliseconds: number,
): Promise<TurnOutcome | null> {
  const isHere = isThinkingHere(turnId);
  const outcome = isHere
    ? await awaitThought(turnId, milliseconds)
    : await awaitThoughtElsewhere(ctx, { callId: call.id, turnId }, milliseconds);
  const isLast = call.kept.flow.fillers >= mostFillers;
  if (outcome || !isLast) return outcome;
  // The process that thought is gone or its model never answers: the caller has waited long enough.
  stopThinking(turnId);
  return thinkOffline(conversingOf(ctx, call), {
    ...{ turnId, said: call.kept.thinking?.said ?? "", history: [], dialog: call.kept.flow.dialog },
    toolCallsSoFar: call.kept.flow.toolCalls,
  });
}

async function settleTurn(
  sql: Sql,
  ctx: Ctx,
  news: CallNews,
  turnId: string,
  outcome: TurnOutcome | null,
): Promise<CallReply | null> {
  const call = await lockCall(sql, ctx, news);
  if (!call) return null;
  if (call.kept.thinking?.turnId !== turnId) return repeatReply(call);
  const known = outcome ?? (call.kept.thought?.turnId === turnId ? call.kept.thought.outcome : null);
  const input: FlowInput = known ? { kind: "replied", outcome: known } : { kind: "slow" };
  const { state, output } = await playOn(sql, ctx, news, call, input);
  const instructions = output.do === "instruct" ? output.instructions : [];
  const kept: KeptState = {
    ...call.kept,
    ...{ flow: state, last: { key: news.raw.key, instructions } },
    ...(known
      ? {
          thinking: null,
          thought: null,
          tools: [...call.kept.tools, ...known.tools.map(({ name, ok }) => ({ name, ok }))],
        }
      : {}),
  };
  if (known) await keepReply(sql, ctx, call, known);
  return tell(sql, ctx, call, kept);
}

function repeatReply(call: LockedCall): CallReply {
  return { instructions: call.kept.last?.instructions ?? [], dialect: call.setup.dialect };
}

async function keepReply(sql: Sql, ctx: Ctx, call: LockedCall, outcome: TurnOutcome): Promise<void> {
  await keepTurn(sql, ctx, call.id, { id: newId(), speaker: "assistant", text: outcome.text });
  await announceTurn(sql, ctx, call, "assistant", outcome.text);
  await traceCall(sql, ctx, call.id, ...tracesOf(outcome));
}

async function tell(sql: Sql, ctx: Ctx, call: LockedCall, kept: KeptState): Promise<CallReply> {
  await keepState(sql, ctx, call.id, { ...kept, told: kept.told + 1 });
  const instructions = kept.last?.instructions ?? [];
  await traceCall(sql, ctx, call.id, ...tracesOfPassedOver(kept.flow, call.setup.targets), {
    kind: "instructions",
    title: inWords(instructions),
    data: { instructions },
  });
  const told = { id: call.id, turn: kept.told + 1, brief: kept.flow.brief };
  await noteRings(sql, ctx, { ...told, conversationId: call.conversationId }, instructions);
  await keepTicket(sql, ctx, call.id, instructions);
  return { instructions, dialect: call.setup.dialect };
}

/** Plays the call's flow, and keeps the queues in step with it. */
async function playOn(
  sql: Sql,
  ctx: Ctx,
  news: CallNews,
  call: LockedCall,
  input: FlowInput,
): Promise<Played> {
  const { flow } = call.setup;
  const before = call.kept.flow;
  const here = await around(sql, ctx, news, call);
  const again = async (state: Played["state"]) =>
    interpret(flow, state, { kind: "dialed", isBridged: false }, await around(sql, ctx, news, call));
  const moved = { callId: call.id, flow, before, queues: here.queues ?? {}, again };
  return settleWait(sql, ctx, moved, interpret(flow, before, input, here));
}

async function around(sql: Sql, ctx: Ctx, news: CallNews, call: LockedCall) {
  const { setup, kept } = call;
  const present = namesMembers(setup.targets) ? await listPresent(sql, ctx) : [];
  const asking = { callId: call.id, carrier: news.carrier, flow: setup.flow, state: kept.flow };
  const queues = await queuesOf(sql, ctx, asking);
  return aroundOf(call, { carrier: news.carrier, slug: news.slug, clock: ctx.clock, present, queues });
}

/** The session in which the receptionist acts: everything in it comes from the call, nothing from what was said. */
export function conversingOf(ctx: Ctx, call: LockedCall): Conversing {
  return {
    ctx: { ...ctx, actor: { kind: "assistant" } },
    receptionist: call.setup.receptionist,
    facts: call.setup.facts,
    caller: {
      customerId: call.customerId,
      address: call.direction === "inbound" ? call.fromAddress : call.toAddress,
      name: call.setup.callerName,
    },
    callId: call.id,
    conversationId: call.conversationId,
    channel: "call",
    isRehearsal: false,
    ...(call.setup.errand ? { errand: call.setup.errand } : {}),
  };
}

function titleOf(input: FlowInput): string {
  switch (input.kind) {
    case "heard":
      return input.text
        ? `Caller said “${input.text.slice(0, 80)}”`
        : input.digits
          ? `Caller pressed ${input.digits}`
          : "Silence";
    case "dialed":
      return input.isBridged ? "Somebody took the call" : "Nobody took the call";
    case "recorded":
      return `Message of ${input.seconds} s recorded`;
    case "session_ended":
      return input.isFailure ? "The session broke off" : "The session ended";
    case "paid":
      return input.isPaid ? "The card was charged" : "The payment failed";
    case "machine":
      return "The machine has finished its greeting";
    default:
      return input.kind;
  }
}
