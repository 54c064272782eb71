import { IdParams } from "@/lib/http";
import { removeView } from "@/lib/inbox";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "conversations.manage", params: IdParams }, ({ ctx, params }) =>
  removeView(ctx, params),
);
