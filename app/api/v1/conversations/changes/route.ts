import { changeConversations } from "@/lib/conversations";
import { ChangeConversations } from "@/lib/conversations/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "conversations.manage", body: ChangeConversations },
  async ({ ctx, body }) => ({ data: await changeConversations(ctx, body.items) }),
);
