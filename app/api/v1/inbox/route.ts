import { listInbox } from "@/lib/inbox";
import { InboxFilter } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read", query: InboxFilter }, ({ ctx, query }) =>
  listInbox(ctx, query),
);
