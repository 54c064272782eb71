import { closeConversation, reopenConversation } from "@/lib/conversations";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "conversations.manage", params: IdParams }, ({ ctx, params }) =>
  closeConversation(ctx, params),
);

export const DELETE = route({ can: "conversations.manage", params: IdParams }, ({ ctx, params }) =>
  reopenConversation(ctx, params),
);
