import { type AskedTool, type ChatEntry, type ChatModel, type ChatTool, ModelFailure } from "@/lib/ai";
import type { ToolSession } from "../contract/session";
import type { Conversing, TurnHooks, TurnInput } from "../contract/turn";
import type { SpeechGate } from "../guard/speech-gate";
import { callTool, isSpent } from "../tools/call-tool";

import { toolboxOf } from "../tools/toolbox";

/** A caller does not wait longer than this, whatever the model is doing. */
const deadlineMilliseconds = 7_000;
const mostRounds = 6;
const longestSaid = 2_000;
const noTools: readonly ChatTool[] = [];

/** Everything one turn of thinking works with. */
export type Thinking = {
  model: ChatModel;
  conversing: Conversing;
  input: TurnInput;
  session: ToolSession;
  gate: SpeechGate;
  system: readonly string[];
  hooks: TurnHooks;
};

/** What came of it; the words themselves went through the gate. */
export type Thought = { firstTokenMilliseconds: number | null; isCut: boolean };

/**
 * Lets the model take a turn: it speaks through the gate and asks for tools, round after round, until it is done, the
 * reply is long enough or the call is handed on. Throws `ModelFailure`; what was said and done until then stands.
 */
export async function think(thinking: Thinking): Promise<Thought> {
  const { session, gate, hooks } = thinking;
  const entries = entriesOf(thinking.input);
  const watch: Watch = { startedAt: performance.now(), firstTokenMilliseconds: null };
  for (let round = 1; round <= mostRounds; round += 1) {
    const heard = await listen(thinking, entries, round, watch);
    if (hooks.signal?.aborted) break;
    const results = await followUp(session, heard.toolCalls, hooks);
    gate.settle();
    const isDone = heard.toolCalls.length === 0 || gate.isFull() || session.next !== null;
    if (isDone || hooks.signal?.aborted)
      return { firstTokenMilliseconds: watch.firstTokenMilliseconds, isCut: heard.isCut };
    entries.push({ role: "assistant", text: heard.text, toolCalls: heard.toolCalls }, ...results);
    if (gate.spoken() !== "") gate.push(" ");
  }
  return { firstTokenMilliseconds: watch.firstTokenMilliseconds, isCut: false };
}

type Watch = { startedAt: number; firstTokenMilliseconds: number | null };
type Heard = { text: string; toolCalls: AskedTool[]; isCut: boolean };

/** One answer of the model. */
async function listen(
  thinking: Thinking,
  entries: readonly ChatEntry[],
  round: number,
  watch: Watch,
): Promise<Heard> {
  const { model, conversing, session, gate, system, hooks } = thinking;
  const left = deadlineMilliseconds - (performance.now() - watch.startedAt);
  if (left <= 0) throw new ModelFailure("timeout");
  const enough = new AbortController();
  const signal = hooks.signal ? AbortSignal.any([hooks.signal, enough.signal]) : enough.signal;
  const tools = round === mostRounds || isSpent(session) ? noTools : toolboxOf(conversing);
  const heard: Heard = { text: "", toolCalls: [], isCut: false };
  for await (const piece of model.streamChat({ system, entries, tools, signal, deadlineMs: left })) {
    if (hooks.signal?.aborted) break;
    watch.firstTokenMilliseconds ??= Math.round(performance.now() - watch.startedAt);
    if ("text" in piece) {
      heard.text += piece.text;
      gate.push(piece.text);
      if (gate.isFull()) enough.abort();
    } else if ("toolCall" in piece) heard.toolCalls.push(piece.toolCall);
    else heard.isCut = piece.done === "cut" && !enough.signal.aborted;
  }
  return heard;
}

/** Does what the model asked for, one after the other; a caller who interrupts stops what has not begun. */
async function followUp(
  session: ToolSession,
  asked: readonly AskedTool[],
  hooks: TurnHooks,
): Promise<ChatEntry[]> {
  const results: ChatEntry[] = [];
  for (const { id, name, arguments: given } of asked) {
    if (hooks.signal?.aborted) break;
    const result = isSpent(session)
      ? { ok: false, reason: "too_many" }
      : await callTool(session, name, given);
    results.push({ role: "tool", id, result: JSON.stringify(result) });
  }
  return results;
}

function entriesOf({ history, said }: TurnInput): ChatEntry[] {
  const before = history.map(
    ({ speaker, text }): ChatEntry => ({
      role: speaker === "caller" ? "user" : "assistant",
      text: text.slice(0, longestSaid),
    }),
  );
  return [...before, { role: "user", text: said.slice(0, longestSaid) }];
}
