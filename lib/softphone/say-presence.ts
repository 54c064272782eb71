import { ringAgain } from "@/lib/calls";
import type { Ctx } from "@/lib/kernel/context";
import { keepPresence } from "@/lib/presence";
import type { PresenceNews } from "@/lib/presence/schema";

/** Keeps what a tab says about itself; one that has just come back is rung again by the call that rings its person. */
export async function sayPresence(ctx: Ctx, news: PresenceNews): Promise<void> {
  const isNewTab = await keepPresence(ctx, news);
  if (isNewTab && news.state === "online") await ringAgain(ctx);
}
