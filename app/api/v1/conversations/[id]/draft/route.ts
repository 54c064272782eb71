import { IdParams } from "@/lib/http";
import { keepDraft } from "@/lib/inbox";
import { KeepDraft } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "conversations.read", params: IdParams, body: KeepDraft },
  ({ ctx, params, body }) => keepDraft(ctx, { conversationId: params.id, ...body }),
);
