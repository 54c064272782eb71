import { assignConversation } from "@/lib/conversations";
import { AssignConversation } from "@/lib/conversations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "conversations.manage", params: IdParams, body: AssignConversation },
  ({ ctx, params, body }) => assignConversation(ctx, { id: params.id, assignee: body }),
);
