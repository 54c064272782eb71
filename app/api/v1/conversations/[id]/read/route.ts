import { IdParams } from "@/lib/http";
import { markRead } from "@/lib/inbox";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "conversations.read", params: IdParams }, ({ ctx, params }) =>
  markRead(ctx, { id: params.id, isRead: true }),
);

export const DELETE = route({ can: "conversations.read", params: IdParams }, ({ ctx, params }) =>
  markRead(ctx, { id: params.id, isRead: false }),
);
