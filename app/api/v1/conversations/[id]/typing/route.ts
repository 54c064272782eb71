import { IdParams } from "@/lib/http";
import { tellTyping } from "@/lib/inbox";
import { TellTyping } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "conversations.read", params: IdParams, body: TellTyping },
  ({ ctx, params, body }) => tellTyping(ctx, { id: params.id, ...body }),
);
