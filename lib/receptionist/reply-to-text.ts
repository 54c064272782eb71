import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { guessLanguage, languageOf } from "@/lib/language";
import { readTenant } from "@/lib/tenants";
import { readKept } from "./contract/kept";
import type { Conversing, TurnOutcome } from "./contract/turn";
import { readMemory } from "./offline/memory";
import { phrasesOf } from "./phrases/phrases-of";
import { type Answer, keepAnswer } from "./replies/keep-answer";
import { readThread, type Thread } from "./replies/read-thread";
import { mustHandOver, unanswered } from "./replies/rules";
import { loadReceptionist } from "./settings/load-receptionist";
import { takeTurn } from "./take-turn";

type Asked = { conversationId: string; messageId: string };

const noAbilities = {
  ...{ book: false, move: false, cancel: false },
  ...{ takeMessages: false, textCaller: false, transfer: false },
};

/**
 * Answers a text in a conversation that is left to the receptionist: from the business's own facts, by the model or
 * without one. Hands over when a person is wanted or nothing better is known. Doing it twice answers once.
 */
export async function replyToText(ctx: Ctx, asked: Asked): Promise<void> {
  const assistant: Ctx = { ...ctx, actor: { kind: "assistant" } };
  const opened = await withTenantSql(assistant, async (sql) => {
    const thread = await readThread(sql, assistant, asked);
    if (!thread || thread.mode === "off") return null;
    return { thread, ...(await loadReceptionist(sql, assistant, thread.numberId)) };
  });
  if (!opened) return;
  const { thread, receptionist, facts } = opened;
  const isDraft = thread.mode === "draft";
  const conversing: Conversing = {
    ...{ ctx: assistant, facts, callId: null, conversationId: asked.conversationId, channel: "text" },
    // A draft may not do anything that a person has not read yet.
    receptionist: isDraft ? { ...receptionist, abilities: noAbilities } : receptionist,
    caller: {
      customerId: thread.customer.id,
      address: thread.customer.address,
      name: thread.customer.name,
    },
    isRehearsal: false,
  };
  const answer = await findAnswer(conversing, thread, asked);
  const tenant = await readTenant(ctx);
  await withTenantSql(assistant, (sql) => keepAnswer(sql, assistant, { asked, isDraft, answer, tenant }));
}

async function findAnswer(conversing: Conversing, thread: Thread, { messageId }: Asked): Promise<Answer> {
  const why = mustHandOver(thread.lines, conversing.ctx.clock.now());
  const said = unanswered(thread.lines);
  const farewell = why === "asked" || why === "no_words" ? farewellOf(conversing, said) : "";
  if (why) return { text: farewell, handOver: why, dialog: {}, toolCalls: thread.toolCalls };
  const answered = thread.lines.findLastIndex(({ from }) => from !== "customer");
  const history = thread.lines.slice(0, answered + 1).map(({ from, body }) => ({
    ...{ speaker: from === "customer" ? ("caller" as const) : ("assistant" as const), text: body },
  }));
  const outcome = await takeTurn(
    conversing,
    { turnId: messageId || newId(), said, history, dialog: thread.dialog, toolCallsSoFar: thread.toolCalls },
    {},
  );
  const toolCalls = thread.toolCalls + outcome.tools.length;
  if (isUnsure(outcome))
    return { text: farewellOf(conversing, said), handOver: "unsure", dialog: {}, toolCalls };
  return { text: outcome.text, handOver: null, dialog: outcome.dialog, toolCalls };
}

/** The offline receptionist did not understand, or the model said so by the tool it has for that. */
function isUnsure({ source, dialog, tools }: TurnOutcome): boolean {
  const isPassedOn = tools.some(({ name, ok }) => name === "hand_over" && ok);
  return isPassedOn || (source === "offline" && readMemory(readKept(dialog)).misses > 0);
}

function farewellOf({ receptionist }: Conversing, said: string): string {
  const spoken = receptionist.languages.map(languageOf);
  const heard = guessLanguage(said);
  return phrasesOf[heard && spoken.includes(heard) ? heard : (spoken[0] ?? "en")].colleagueAnswers;
}
