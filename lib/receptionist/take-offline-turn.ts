import { log } from "@/lib/http";
import { type Kept, readKept } from "./contract/kept";
import type { Conversing, TurnInput, TurnOutcome } from "./contract/turn";
import { changedLanguage } from "./contract/turn-language";
import { type Desk, openDesk, type Reply } from "./offline/desk";
import { remember, respond } from "./offline/respond";

/**
 * Takes one turn without a model: deterministic, from the business's own services, hours and answers, in English, Hindi
 * or Spanish. Never throws; when even the database is gone it says so and takes the caller to voicemail.
 */
export async function takeOfflineTurn(conversing: Conversing, input: TurnInput): Promise<TurnOutcome> {
  const kept = readKept(input.dialog);
  const desk = openDesk(conversing, input, kept);
  const reply = await answer(desk);
  return {
    text: reply.text,
    next: desk.session.next ?? reply.next ?? { do: "listen" },
    dialog: dialogAfter(desk, reply, kept),
    source: "offline",
    tools: desk.session.traces,
    ...changedLanguage(conversing, kept, desk.language),
    firstTokenMilliseconds: null,
  };
}

async function answer(desk: Desk): Promise<Reply> {
  try {
    return await respond(desk);
  } catch (error) {
    log.error({ err: error, requestId: desk.conversing.ctx.requestId }, "The offline receptionist failed");
    return { text: `${desk.say.failed} ${desk.say.afterTheTone}`, next: { do: "voicemail" }, task: null };
  }
}

function dialogAfter(desk: Desk, reply: Reply, kept: Kept): TurnOutcome["dialog"] {
  const callerName = desk.session.heardName ?? kept.callerName;
  return { deeds: desk.session.deeds, language: desk.language, callerName, offline: remember(desk, reply) };
}
