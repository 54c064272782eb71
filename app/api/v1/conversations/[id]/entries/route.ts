import { IdParams } from "@/lib/http";
import { listEntries } from "@/lib/inbox";
import { EntriesQuery } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route(
  { can: "conversations.read", params: IdParams, query: EntriesQuery },
  ({ ctx, params, query }) => listEntries(ctx, { conversationId: params.id, ...query }),
);
