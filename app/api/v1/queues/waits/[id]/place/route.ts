import { moveCaller } from "@/lib/calls";
import { IdParams } from "@/lib/http";
import { QueueMove } from "@/lib/queues/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "flows.manage", params: IdParams, body: QueueMove },
  ({ ctx, params, body }) => moveCaller(ctx, params.id, body),
);
