import { IdParams } from "@/lib/http";
import { changeQueue, getQueue, removeQueue } from "@/lib/queues";
import { QueueChange } from "@/lib/queues/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read", params: IdParams }, ({ ctx, params }) =>
  getQueue(ctx, params.id),
);

export const PUT = route(
  { can: "flows.manage", params: IdParams, body: QueueChange },
  ({ ctx, params, body }) => changeQueue(ctx, params.id, body),
);

export const DELETE = route({ can: "flows.manage", params: IdParams }, ({ ctx, params }) =>
  removeQueue(ctx, params.id),
);
