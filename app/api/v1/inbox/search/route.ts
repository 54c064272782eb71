import { searchInbox } from "@/lib/inbox";
import { SearchQuery } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read", query: SearchQuery }, async ({ ctx, query }) => ({
  data: await searchInbox(ctx, query.q),
}));
