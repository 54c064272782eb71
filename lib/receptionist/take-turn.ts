import { type ChatModel, chatModel, ModelFailure } from "@/lib/ai";
import { log } from "@/lib/http";
import { plainWords } from "@/lib/language";
import { type Kept, readKept } from "./contract/kept";
import type { ToolSession } from "./contract/session";
import type { Conversing, ToolTrace, TurnHooks, TurnInput, TurnOutcome } from "./contract/turn";
import { changedLanguage, turnLanguage } from "./contract/turn-language";
import { ownDataOf } from "./guard/own-data";
import { openGate, type SpeechGate } from "./guard/speech-gate";
import { promptFor } from "./model/prompt";
import { tellDeeds } from "./model/tell-deeds";
import { think } from "./model/think";
import { phrasesOf } from "./phrases/phrases-of";
import { takeOfflineTurn } from "./take-offline-turn";
import { openSession } from "./tools/call-tool";

/**
 * Takes one turn of a conversation. Never throws and always has something to say: the model within its deadline, and the
 * offline receptionist when there is none, when it fails, or when its answer is empty.
 */
export async function takeTurn(
  conversing: Conversing,
  input: TurnInput,
  hooks: TurnHooks,
): Promise<TurnOutcome> {
  const model = await chatModel();
  const isSilent = input.said.trim() === "";
  const thought =
    model && !isSilent
      ? await thinkAloud(model, conversing, input, hooks).catch((error) => noteFailure(error, conversing))
      : null;
  if (thought?.outcome) return thought.outcome;
  const tools = thought?.tools ?? [];
  const toolCallsSoFar = input.toolCallsSoFar + tools.length;
  const outcome = await takeOfflineTurn(conversing, { ...input, toolCallsSoFar });
  speak(hooks, outcome.text);
  return { ...outcome, tools: [...tools, ...outcome.tools] };
}

/** What the model made of a turn: an outcome, or nothing but the tools it used. */
type Thought = { outcome: TurnOutcome | null; tools: ToolTrace[] };

/** The model's turn; without an outcome when it came to nothing and the offline receptionist may begin afresh. */
async function thinkAloud(
  model: ChatModel,
  conversing: Conversing,
  input: TurnInput,
  hooks: TurnHooks,
): Promise<Thought> {
  const kept = readKept(input.dialog);
  const session = openSession(conversing, input, kept);
  const language = turnLanguage(conversing, kept, plainWords(input.said));
  const said = [
    input.said,
    ...input.history.filter((one) => one.speaker === "caller").map((one) => one.text),
  ];
  const own = ownDataOf(session.conversing, said);
  const gate = openGate({ session, own, language, onText: (piece) => speak(hooks, piece) });
  const system = promptFor(session.conversing, kept);
  const thinking = { model, conversing: session.conversing, input, session, gate, system, hooks };
  const result = await think(thinking).catch((error: unknown) => noteFailure(error, conversing));
  gate.settle();
  const isAborted = hooks.signal?.aborted ?? false;
  const missing = isAborted
    ? ""
    : whatIsMissing(gate, session, kept, result === null || result.isCut, language);
  if (missing === null) return { outcome: null, tools: session.traces };
  if (missing !== "") speak(hooks, gate.spoken() === "" ? missing : ` ${missing}`);
  const text = [gate.spoken(), missing].filter((part) => part !== "").join(" ");
  const outcome: TurnOutcome = {
    ...{ text, next: session.next ?? { do: "listen" }, source: "model", tools: session.traces },
    dialog: {
      ...{ deeds: session.deeds, language, callerName: session.heardName ?? kept.callerName },
      offline: { lastText: text.slice(0, 1000) },
    },
    ...changedLanguage(conversing, kept, language),
    firstTokenMilliseconds: result?.firstTokenMilliseconds ?? null,
  };
  return { outcome, tools: session.traces };
}

/** What must still be said so that the reply is whole; null when nothing was said and nothing was done. */
function whatIsMissing(
  gate: SpeechGate,
  session: ToolSession,
  kept: Kept,
  isBroken: boolean,
  language: keyof typeof phrasesOf,
): string | null {
  const spoken = gate.spoken();
  const deeds = isBroken || spoken === "" ? tellDeeds(session, kept.deeds.length, language) : null;
  if (deeds !== null) return deeds;
  if (spoken === "") return null;
  return isBroken && !/[.!?।…]["”')]?$/u.test(spoken) ? phrasesOf[language].lostThread : "";
}

/** The reason goes to the log, what was said never does. */
function noteFailure(error: unknown, { ctx, callId }: Conversing): null {
  const facts = { callId, requestId: ctx.requestId };
  if (error instanceof ModelFailure)
    log.warn({ ...facts, reason: error.reason }, "The model failed, the offline receptionist answers");
  else log.error({ ...facts, err: error }, "A turn failed, the offline receptionist answers");
  return null;
}

function speak(hooks: TurnHooks, piece: string): void {
  if (!hooks.signal?.aborted) hooks.onText?.(piece);
}
