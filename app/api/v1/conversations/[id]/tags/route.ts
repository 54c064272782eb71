import { tagConversation } from "@/lib/conversations";
import { TagConversation } from "@/lib/conversations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PATCH = route(
  { can: "conversations.manage", params: IdParams, body: TagConversation },
  ({ ctx, params, body }) => tagConversation(ctx, { ...params, ...body }),
);
