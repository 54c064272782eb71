import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import type { Conversing } from "./contract/turn";
import { withDraft } from "./settings/draft-facts";
import { loadReceptionist } from "./settings/load-receptionist";
import { requireNumber } from "./settings/read-desk";
import type { Rehearsal, RehearsalReply } from "./settings/schema";
import { takeTurn } from "./take-turn";

/**
 * One turn of the try-it chat: the same engine as on the phone, with the forms as they stand, saved or not. Nothing is
 * written and no text leaves.
 */
export async function rehearse(ctx: Ctx, input: Rehearsal): Promise<RehearsalReply> {
  const { numberId, said, history, dialog, toolCallsSoFar, draft = {}, knowledge } = input;
  const loaded = await withTenantSql(ctx, async (sql) => {
    await requireNumber(sql, ctx, numberId);
    return loadReceptionist(sql, ctx, numberId);
  });
  const conversing: Conversing = {
    ...{ ctx: { ...ctx, actor: { kind: "assistant" } }, facts: withDraft(loaded.facts, knowledge) },
    receptionist: { ...loaded.receptionist, ...draft },
    caller: { customerId: null, address: null, name: null },
    ...{ callId: null, conversationId: null, channel: "chat", isRehearsal: true },
  };
  const outcome = await takeTurn(conversing, { turnId: newId(), said, history, dialog, toolCallsSoFar }, {});
  const { text, next, source, language } = outcome;
  return {
    ...{ text, source, dialog: { ...outcome.dialog }, ...(language ? { language } : {}) },
    next: { do: next.do, ...(next.do === "transfer" ? { targetId: next.targetId } : {}) },
    tools: outcome.tools.map(({ name, ok }) => ({ name, ok })),
  };
}
