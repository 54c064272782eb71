import { reopenConversation, snoozeConversation } from "@/lib/conversations";
import { SnoozeConversation } from "@/lib/conversations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "conversations.manage", params: IdParams, body: SnoozeConversation },
  ({ ctx, params, body }) => snoozeConversation(ctx, { id: params.id, until: body.until }),
);

export const DELETE = route({ can: "conversations.manage", params: IdParams }, ({ ctx, params }) =>
  reopenConversation(ctx, params),
);
