import { IdParams } from "@/lib/http";
import { fillReplies } from "@/lib/inbox";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read", params: IdParams }, async ({ ctx, params }) => ({
  data: await fillReplies(ctx, params.id),
}));
