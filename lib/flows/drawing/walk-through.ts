import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { minutesOf } from "@/lib/kernel/time";
import { listQueues } from "@/lib/queues";
import { type Conversing, loadReceptionist, takeOfflineTurn } from "@/lib/receptionist";
import type { Said } from "@/lib/receptionist/schema";
import type { Around, FlowInput, FlowState, PaymentResult, Played } from "../graph/schema";
import type { FlowGraph } from "../graph/step";
import { beginFlow, interpret } from "../steps/interpret";
import { linkPublished } from "./load-flow";
import { readChoices } from "./read-flows";
import type { Walk, WalkInput, WalkLine, WalkView, WalkWait } from "./schema";
import { walkAround } from "./walk-around";

/** A walk as it goes on: where it stands and what was heard so far. */
type Walking = {
  flow: FlowGraph;
  around: Around;
  conversing: Conversing;
  state: FlowState;
  lines: WalkLine[];
  path: string[];
};

/**
 * Walks through a drawing with the interpreter that plays calls: everything that happened is played again from the
 * beginning, so nothing is kept and nothing leaves. The receptionist answers offline.
 */
export async function walkThrough(ctx: Ctx, walk: Walk): Promise<WalkView> {
  const walking = await begin(ctx, walk);
  let played = play(walking, { kind: "answered" });
  for (const input of walk.inputs) {
    if (walking.state.phase === "over") break;
    const heard = heardOf(input);
    walking.lines.push(...lineOf(input));
    played = play(walking, heard);
    if (played.output.do === "ask") played = await reply(walking, played.output.said);
  }
  return {
    lines: walking.lines,
    waitsFor: waitOf(walking.state),
    stepId: walking.state.step,
    path: walking.path,
  };
}

async function begin(ctx: Ctx, walk: Walk): Promise<Walking> {
  const { flow, targets, receptionist, facts } = await withTenantSql(ctx, async (sql) => ({
    flow: await linkPublished(sql, ctx, walk.graph),
    targets: (await readChoices(sql, ctx)).targets,
    ...(await loadReceptionist(sql, ctx, null)),
  }));
  const conversing: Conversing = {
    ...{ ctx: { ...ctx, actor: { kind: "assistant" } }, receptionist, facts },
    caller: { customerId: null, address: null, name: null },
    ...{ callId: null, conversationId: null, channel: "chat", isRehearsal: true },
  };
  const { greeting, languages, voice } = receptionist;
  const at = walk.at ? { weekday: walk.at.weekday, minute: minutesOf(walk.at.time) } : null;
  const around = walkAround(
    { isHoliday: walk.isHoliday, isKnown: walk.isKnown, at },
    { facts, targets, queues: await listQueues(ctx), now: ctx.clock.now(), greeting, languages, voice },
  );
  return { flow, around, conversing, state: beginFlow(flow, languages[0] ?? "en-US"), lines: [], path: [] };
}

function play(walking: Walking, input: FlowInput): Played {
  const played = interpret(walking.flow, walking.state, input, walking.around);
  walking.state = played.state;
  walking.path.push(...played.path);
  walking.lines.push(
    ...played.texts.map((text) => ({ who: "note" as const, text: `Text to the caller: ${text}` })),
  );
  if (played.output.do === "instruct")
    walking.lines.push(...played.output.instructions.flatMap(toLines(walking)));
  return played;
}

async function reply(walking: Walking, said: string): Promise<Played> {
  const { dialog, toolCalls } = walking.state;
  const outcome = await takeOfflineTurn(walking.conversing, {
    ...{ turnId: newId(), said, history: historyOf(walking.lines), dialog, toolCallsSoFar: toolCalls },
  });
  return play(walking, { kind: "replied", outcome });
}

function historyOf(lines: readonly WalkLine[]): Said[] {
  return lines.flatMap(({ who, text }) => {
    if (who === "note") return [];
    return [{ speaker: who === "caller" ? ("caller" as const) : ("assistant" as const), text }];
  });
}

function toLines({ around }: Walking) {
  return (one: Extract<Played["output"], { do: "instruct" }>["instructions"][number]): WalkLine[] => {
    switch (one.kind) {
      case "say":
        return [{ who: "business", text: one.text }];
      case "gather":
        return [
          {
            who: "business",
            text: one.prompt.map((part) => (part.kind === "say" ? part.text : "♪")).join(" "),
          },
        ];
      case "play":
        return [{ who: "note", text: `Plays ${one.url}` }];
      case "record":
        return [{ who: "note", text: "Beep. A message is recorded." }];
      case "dial":
        return [
          { who: "note", text: `Rings ${one.targets.map((target) => labelOf(target, around)).join(", ")}` },
        ];
      case "pay":
        return [{ who: "note", text: `The carrier asks for a card: ${one.amount} ${one.currency}.` }];
      case "hang_up":
        return [{ who: "note", text: "The call ends." }];
      default:
        return [];
    }
  };
}

function labelOf(target: { kind: string; e164?: string }, { targets }: Around): string {
  const known = Object.values(targets).find(({ e164 }) => e164 !== null && e164 === target.e164);
  return (
    known?.label ?? (target.e164?.startsWith("+9990009") ? "whoever is free" : (target.e164 ?? "somebody"))
  );
}

function heardOf(input: WalkInput): FlowInput {
  switch (input.do) {
    case "press":
      return { kind: "heard", text: "", digits: input.keys };
    case "say":
      return { kind: "heard", text: input.text, digits: "" };
    case "wait":
      return { kind: "heard", text: "", digits: "" };
    case "answer":
      return { kind: "dialed", isBridged: input.isAnswered };
    case "leave_message":
      return { kind: "recorded", seconds: 8 };
    case "pay":
      return { kind: "paid", ...resultOf(input.isPaid) };
  }
}

function resultOf(isPaid: boolean): PaymentResult {
  const result = isPaid ? "success" : "payment-connector-error";
  return { isPaid, result, ...{ lastFour: "4242", brand: "visa", confirmation: "" } };
}

function lineOf(input: WalkInput): WalkLine[] {
  switch (input.do) {
    case "press":
      return [{ who: "caller", text: `Presses ${input.keys}` }];
    case "say":
      return [{ who: "caller", text: input.text }];
    case "wait":
      return [{ who: "caller", text: "Says nothing" }];
    case "answer":
      return [{ who: "note", text: input.isAnswered ? "Somebody takes the call." : "Nobody answers." }];
    case "leave_message":
      return [{ who: "caller", text: "Leaves a message" }];
    case "pay":
      return [{ who: "note", text: input.isPaid ? "The card is charged." : "The payment fails." }];
  }
}

function waitOf({ phase }: FlowState): WalkWait {
  if (phase === "over") return "over";
  if (phase === "dialing") return "answer";
  if (phase === "paying") return "payment";
  return phase === "recording" ? "message" : "input";
}
