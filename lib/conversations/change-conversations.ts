import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import {
  assignConversation,
  closeConversation,
  prioritiseConversation,
  reopenConversation,
  snoozeConversation,
  tagConversation,
} from "./change-conversation";
import type { ConversationChange } from "./schema";

/** What became of one conversation of several. */
export type ChangeOutcome = { id: string; ok: true } | { id: string; ok: false; reason: string };

/**
 * Changes several conversations, each on its own: one that cannot be changed says why and holds up no other. The former values sent
 * the same way take it back.
 */
export async function changeConversations(
  ctx: Ctx,
  items: readonly ConversationChange[],
): Promise<ChangeOutcome[]> {
  const outcomes: ChangeOutcome[] = [];
  for (const item of items) outcomes.push(await changeOne(ctx, item));
  return outcomes;
}

async function changeOne(ctx: Ctx, item: ConversationChange): Promise<ChangeOutcome> {
  try {
    await apply(ctx, item);
    return { id: item.id, ok: true };
  } catch (error) {
    if (error instanceof AppError) return { id: item.id, ok: false, reason: error.message };
    throw error;
  }
}

async function apply(ctx: Ctx, item: ConversationChange): Promise<void> {
  const { id, status, until, assignee, priority, addTags, removeTags } = item;
  if (addTags || removeTags) await tagConversation(ctx, { id, add: addTags ?? [], remove: removeTags ?? [] });
  if (priority) await prioritiseConversation(ctx, { id, priority });
  if (assignee) await assignConversation(ctx, { id, assignee });
  if (status === "snoozed" && until) await snoozeConversation(ctx, { id, until });
  if (status === "closed") await closeConversation(ctx, { id });
  if (status === "open") await reopenConversation(ctx, { id });
}
