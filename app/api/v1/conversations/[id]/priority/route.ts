import { prioritiseConversation } from "@/lib/conversations";
import { PrioritiseConversation } from "@/lib/conversations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "conversations.manage", params: IdParams, body: PrioritiseConversation },
  ({ ctx, params, body }) => prioritiseConversation(ctx, { id: params.id, ...body }),
);
