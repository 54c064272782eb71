import { listConversations } from "@/lib/inbox";
import { ConversationFilter } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read", query: ConversationFilter }, ({ ctx, query }) =>
  listConversations(ctx, query),
);
