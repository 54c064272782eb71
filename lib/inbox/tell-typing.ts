import { signal } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readerOf } from "./conversation-columns";

/** Shows the colleagues who look at a conversation that this person is writing there. Stored nowhere. */
export function tellTyping(ctx: Ctx, input: { id: string; isTyping: boolean }): void {
  const userId = readerOf(ctx);
  if (!userId) throw new AppError("refused", "Only a person can be typing.");
  signal(ctx, {
    kind: "conversation.typing",
    subject: { conversationId: input.id, userId },
    data: { isTyping: input.isTyping },
  });
}
