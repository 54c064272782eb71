import { IdParams } from "@/lib/http";
import { getConversation } from "@/lib/inbox";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read", params: IdParams }, ({ ctx, params }) =>
  getConversation(ctx, params.id),
);
