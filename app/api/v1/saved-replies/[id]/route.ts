import { IdParams } from "@/lib/http";
import { changeReply, removeReply } from "@/lib/inbox";
import { SavedReply } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "conversations.manage", params: IdParams, body: SavedReply },
  ({ ctx, params, body }) => changeReply(ctx, { ...params, ...body }),
);

export const DELETE = route({ can: "conversations.manage", params: IdParams }, ({ ctx, params }) =>
  removeReply(ctx, params),
);
